package parley.h323.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.core.call.CallFailure;
import parley.core.call.SignallingSetup;
import parley.core.call.SignallingTap;
import parley.core.tls.TlsContexts;

/** The connections of one H.323 side: it listens for calls, connects, and listens for H.245. */
// Closing needs no confirmation.
@SuppressWarnings("FutureReturnValueIgnored")
public final class TpktSockets implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;

  private final InetAddress address;
  private final SignallingTap tap;
  private final TlsContexts contexts;
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("h323-sockets", true), NioIoHandler.newFactory());

  public TpktSockets(SignallingSetup setup) {
    address = setup.address();
    tap = setup.tap();
    contexts = new TlsContexts(setup.keyStore(), address);
  }

  /** A place where connections come in. */
  public static final class Door implements AutoCloseable {
    private final Channel channel;

    private Door(Channel channel) {
      this.channel = channel;
    }

    public InetSocketAddress address() {
      return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public void close() {
      channel.close();
    }
  }

  /**
   * Listens; {@code port} 0 lets the system choose.
   *
   * @throws IOException says which port cannot be had and why
   */
  public Door listen(ChannelKind kind, boolean tls, int port, Consumer<TpktConnection> connected)
      throws IOException {
    Optional<SslContext> server = tls ? Optional.of(contexts.server()) : Optional.empty();
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    TpktConnection connection =
                        prepare(
                            channel, kind, server.map(each -> each.newHandler(channel.alloc())));
                    connected.accept(connection);
                  }
                })
            .bind(address, port);
    bound.awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new BindException(
          "cannot listen for H.323 on "
              + address.getHostAddress()
              + " port "
              + port
              + (tls ? " (TLS): " : " (TCP): ")
              + plain(bound.cause()));
    }
    return new Door(bound.channel());
  }

  /** Connects from this side's address; fails with the reason in plain words. */
  public TpktConnection connect(ChannelKind kind, boolean tls, InetSocketAddress to)
      throws CallFailure {
    CompletableFuture<TpktConnection> made = new CompletableFuture<>();
    Optional<SslContext> client;
    try {
      client = tls ? Optional.of(contexts.client()) : Optional.empty();
    } catch (IOException noKey) {
      throw new CallFailure(String.valueOf(noKey.getMessage()), noKey);
    }
    ChannelFuture future =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    made.complete(
                        prepare(
                            channel, kind, client.map(each -> each.newHandler(channel.alloc()))));
                  }
                })
            .connect(to, new InetSocketAddress(address, 0));
    future.awaitUninterruptibly();
    if (!future.isSuccess()) {
      throw new CallFailure(
          "no "
              + (tls ? "TLS" : "TCP")
              + " connection to "
              + words(to)
              + ": "
              + plain(future.cause()));
    }
    SslHandler ssl = future.channel().pipeline().get(SslHandler.class);
    if (ssl != null && !ssl.handshakeFuture().awaitUninterruptibly().isSuccess()) {
      throw new CallFailure(
          "no TLS with " + words(to) + ": " + plain(ssl.handshakeFuture().cause()));
    }
    return made.join();
  }

  private TpktConnection prepare(Channel channel, ChannelKind kind, Optional<SslHandler> ssl) {
    TpktConnection connection = new TpktConnection(channel, kind, tap);
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    ssl.ifPresent(handler -> channel.pipeline().addLast("tls", handler));
    channel.pipeline().addLast(new TpktFrameDecoder(), connection.new Handler());
    return connection;
  }

  private static String words(InetSocketAddress to) {
    return to.getHostString() + " port " + to.getPort();
  }

  private static String plain(Throwable cause) {
    String text = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return text.contains("refused") ? "connection refused" : text;
  }

  @Override
  public void close() {
    // A last message may still be on its way out: the loop ends after what is queued.
    loops.shutdownGracefully(20, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1_000);
  }
}
