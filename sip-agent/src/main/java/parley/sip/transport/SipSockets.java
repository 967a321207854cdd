package parley.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import parley.core.call.SignallingSetup;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.tls.TlsContexts;
import parley.core.tls.TlsPeer;
import parley.core.wire.Octets;

/**
 * The sockets of one SIP side: UDP and TCP on one port, TLS on the next. Each message is shown to
 * the tap where it enters or leaves, in clear text.
 */
// A send or close that fails ends the connection; the transactions notice by their own timers.
@SuppressWarnings("FutureReturnValueIgnored")
public final class SipSockets implements AutoCloseable {
  /** Takes the messages that come in, on the thread of the socket. */
  @FunctionalInterface
  interface Receiver {
    void received(Transport transport, InetSocketAddress from, Octets message);
  }

  private static final int CONNECT_MILLIS = 3_000;
  private static final int PORT_TRIES = 20;

  /** Half a second and what a machine that is very busy takes. */
  private static final long LONGEST_CLOSING_MILLIS = 10_000;

  private final InetAddress address;
  private final SignallingTap tap;
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("sip-sockets", true), NioIoHandler.newFactory());
  private final TlsContexts contexts;
  private final Channel udp;
  private final Channel tcp;
  private final Channel tls;
  private final Map<String, Channel> connections = new ConcurrentHashMap<>();
  private final List<TlsPeer> tlsPeers = new CopyOnWriteArrayList<>();
  private volatile Receiver receiver = (transport, from, message) -> {};

  /** Binds all three; a port that cannot be had is an {@link IOException} that says which. */
  public SipSockets(SignallingSetup setup) throws IOException {
    address = setup.address();
    tap = setup.tap();
    contexts = new TlsContexts(setup.keyStore(), address);
    try {
      if (setup.keyStore().isPresent()) {
        contexts.server();
      }
      Channel[] pair = bindPair(setup.port());
      udp = pair[0];
      tcp = pair[1];
      tls = listen(Transport.TLS, setup.port() == 0 ? 0 : setup.port() + 1);
    } catch (IOException e) {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw e;
    }
  }

  private Channel[] bindPair(int port) throws IOException {
    IOException last = new IOException("no port");
    for (int i = 0; i < (port == 0 ? PORT_TRIES : 1); i++) {
      Channel stream = listen(Transport.TCP, port);
      int chosen = ((InetSocketAddress) stream.localAddress()).getPort();
      try {
        return new Channel[] {datagrams(chosen), stream};
      } catch (IOException e) {
        stream.close().syncUninterruptibly();
        last = e;
      }
    }
    throw last;
  }

  private Channel datagrams(int port) throws IOException {
    return bound(
        new Bootstrap()
            .group(loops)
            .channel(NioDatagramChannel.class)
            .option(ChannelOption.SO_RCVBUF, 1 << 20)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new io.netty.channel.FixedRecvByteBufAllocator(65_536))
            .handler(new Datagrams())
            .bind(address, port),
        "UDP",
        port);
  }

  private Channel listen(Transport transport, int port) throws IOException {
    return bound(
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) throws IOException {
                    prepare(
                        channel,
                        transport,
                        transport == Transport.TLS
                            ? Optional.of(contexts.server().newHandler(channel.alloc()))
                            : Optional.empty());
                  }
                })
            .bind(address, port),
        transport.name(),
        port);
  }

  private Channel bound(ChannelFuture future, String transport, int port) throws IOException {
    future.awaitUninterruptibly();
    if (!future.isSuccess()) {
      throw new BindException(
          "cannot listen for SIP on "
              + address.getHostAddress()
              + " port "
              + port
              + " ("
              + transport
              + "): "
              + Optional.ofNullable(future.cause()).map(Throwable::getMessage).orElse("unknown"));
    }
    return future.channel();
  }

  private void prepare(Channel channel, Transport transport, Optional<SslHandler> ssl) {
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    ssl.ifPresent(handler -> channel.pipeline().addLast("tls", handler));
    channel.pipeline().addLast(new SipFrameDecoder(), new Stream(transport));
  }

  void receiver(Receiver other) {
    receiver = other;
  }

  /** Local port for a transport. */
  public int port(Transport transport) {
    Channel channel =
        switch (transport) {
          case UDP -> udp;
          case TCP -> tcp;
          case TLS -> tls;
        };
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Certificates seen so far, in the order of the handshakes. */
  public List<TlsPeer> tlsPeers() {
    return List.copyOf(tlsPeers);
  }

  /** Makes sure that a message can go there; connects where the transport needs it. */
  void ready(Transport transport, InetSocketAddress to) throws IOException {
    if (transport != Transport.UDP) {
      connection(transport, to);
    }
  }

  void send(Transport transport, InetSocketAddress to, byte[] message) throws IOException {
    Octets octets = Octets.of(message.clone());
    if (transport == Transport.UDP) {
      shown(transport, Heading.SENT, udp, to, octets);
      udp.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(message), to));
      return;
    }
    Channel channel = connection(transport, to);
    shown(transport, Heading.SENT, channel, to, octets);
    channel.writeAndFlush(Unpooled.wrappedBuffer(message));
  }

  private void shown(
      Transport transport,
      Heading heading,
      Channel channel,
      InetSocketAddress peer,
      Octets octets) {
    InetSocketAddress ours = (InetSocketAddress) channel.localAddress();
    tap.message("sip", transport, heading, ours, peer, octets);
  }

  private static String key(Transport transport, InetSocketAddress to) {
    return transport + " " + to.getAddress().getHostAddress() + " " + to.getPort();
  }

  private Channel connection(Transport transport, InetSocketAddress to) throws IOException {
    String key = key(transport, to);
    Channel open = connections.get(key);
    if (open != null && open.isActive()) {
      return open;
    }
    ChannelFuture future =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) throws IOException {
                    prepare(
                        channel,
                        transport,
                        transport == Transport.TLS
                            ? Optional.of(contexts.client().newHandler(channel.alloc()))
                            : Optional.empty());
                  }
                })
            .connect(to, new InetSocketAddress(address, 0));
    future.awaitUninterruptibly();
    if (!future.isSuccess()) {
      throw new IOException(
          "no "
              + transport
              + " connection to "
              + to.getAddress().getHostAddress()
              + " port "
              + to.getPort()
              + ": "
              + plain(future.cause()));
    }
    Channel channel = future.channel();
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    if (ssl != null) {
      var handshake = ssl.handshakeFuture().awaitUninterruptibly();
      if (!handshake.isSuccess()) {
        throw new IOException(
            "no TLS with " + to.getAddress().getHostAddress() + ": " + plain(handshake.cause()));
      }
    }
    connections.put(key, channel);
    return channel;
  }

  private static String plain(Throwable cause) {
    String text = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return text.contains("refused") ? "connection refused" : text;
  }

  /** Ends the connections but listens on: what is sent next connects anew. */
  public void dropConnections() {
    connections.values().forEach(Channel::close);
    connections.clear();
  }

  @Override
  public void close() {
    tls.close();
    tcp.close();
    // A last answer may still be on its way out: the loop ends after what is queued. Only then are
    // the ports free, and the next case may listen on the same ones.
    loops
        .shutdownGracefully(20, 500, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(LONGEST_CLOSING_MILLIS);
  }

  private final class Datagrams extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      byte[] bytes = ByteBufUtil.getBytes(packet.content());
      if (bytes.length > 4) {
        Octets octets = Octets.of(bytes);
        shown(Transport.UDP, Heading.RECEIVED, context.channel(), packet.sender(), octets);
        receiver.received(Transport.UDP, packet.sender(), octets);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // An ICMP error on an unconnected socket: the transaction's own timer tells the caller.
    }
  }

  private final class Stream extends SimpleChannelInboundHandler<Octets> {
    private final Transport transport;

    Stream(Transport transport) {
      this.transport = transport;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      connections.put(key(transport, peer(context)), context.channel());
      context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      connections.values().remove(context.channel());
      context.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof SslHandshakeCompletionEvent done && done.isSuccess()) {
        var session = context.pipeline().get(SslHandler.class).engine().getSession();
        Optional<String> subject = Optional.empty();
        try {
          subject =
              Optional.of(
                  ((X509Certificate) session.getPeerCertificates()[0])
                      .getSubjectX500Principal()
                      .getName());
        } catch (SSLPeerUnverifiedException showedNone) {
          // Servers do not ask for one.
        }
        tlsPeers.add(
            new TlsPeer(peer(context), session.getProtocol(), session.getCipherSuite(), subject));
      }
      context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Octets message) {
      shown(transport, Heading.RECEIVED, context.channel(), peer(context), message);
      receiver.received(transport, peer(context), message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    private InetSocketAddress peer(ChannelHandlerContext context) {
      return (InetSocketAddress) context.channel().remoteAddress();
    }
  }
}
