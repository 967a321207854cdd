package parley.h323.gatekeeper;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.live.SteadyTime;

/** The gatekeeper on its sockets: RAS over UDP and, where it routes, call signalling over TCP. */
// A datagram that fails to leave is lost like any other: the request comes again.
@SuppressWarnings("FutureReturnValueIgnored")
public final class LiveGatekeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LiveGatekeeper.class.getName());

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("gatekeeper", true), NioIoHandler.newFactory());
  private final EventLoop loop = loops.next();
  private final SignallingTap tap;
  private final Consumer<GatekeeperEvent> watcher;
  private final GatekeeperSettings settings;
  private final Gatekeeper core;
  private final Channel datagrams;
  private final InetSocketAddress ours;
  private @Nullable SignallingRelay relay;
  private @Nullable ScheduledFuture<?> timer;

  private LiveGatekeeper(
      GatekeeperSettings wanted, SignallingTap tap, Consumer<GatekeeperEvent> watcher)
      throws IOException {
    this.tap = tap;
    this.watcher = watcher;
    try {
      datagrams =
          bound(
              new Bootstrap()
                  .group(loop)
                  .channel(NioDatagramChannel.class)
                  .option(ChannelOption.AUTO_READ, false)
                  .option(ChannelOption.SO_RCVBUF, 1 << 20)
                  .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(65_536))
                  .handler(new Datagrams())
                  .bind(wanted.ras()),
              wanted.ras(),
              "UDP");
      ours = (InetSocketAddress) datagrams.localAddress();
      InetSocketAddress signalling = wanted.signalling();
      if (wanted.routed()) {
        Channel listening =
            bound(
                SignallingRelay.listen(loop, wanted.signalling(), this::accepted),
                wanted.signalling(),
                "TCP");
        signalling = (InetSocketAddress) listening.localAddress();
      }
      settings = wanted.at(ours, signalling);
      core = new Gatekeeper(settings, new SecureRandom());
      SignallingRelay made = new SignallingRelay(loop, core, tap, this::settle);
      // Nothing is read before all of this is there.
      loop.execute(
          () -> {
            relay = made;
            datagrams.config().setAutoRead(true);
          });
    } catch (IOException problem) {
      loops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS);
      throw problem;
    }
  }

  /**
   * Opens the sockets; a port 0 lets the system choose.
   *
   * @param tap sees every message
   * @param watcher hears of every event, on the thread of the sockets: it must not wait
   * @throws BindException when a port cannot be had; the message says which
   */
  public static LiveGatekeeper start(
      GatekeeperSettings settings, SignallingTap tap, Consumer<GatekeeperEvent> watcher)
      throws IOException {
    return new LiveGatekeeper(settings, tap, watcher);
  }

  private static Channel bound(ChannelFuture future, InetSocketAddress address, String transport)
      throws IOException {
    future.awaitUninterruptibly();
    if (!future.isSuccess()) {
      throw new BindException(
          "cannot listen on "
              + NetworkAddresses.text(address)
              + " ("
              + transport
              + "): "
              + Optional.ofNullable(future.cause()).map(Throwable::getMessage).orElse("unknown"));
    }
    return future.channel();
  }

  private void accepted(Channel channel) {
    if (relay == null) {
      channel.close();
    } else {
      relay.accept(channel);
    }
  }

  /** The settings with the ports that were had. */
  public GatekeeperSettings settings() {
    return settings;
  }

  public List<RegisteredEndpoint> endpoints() {
    return ask((gatekeeper, now) -> gatekeeper.endpoints());
  }

  public List<AdmittedCall> calls() {
    return ask((gatekeeper, now) -> gatekeeper.calls());
  }

  /** Does something with the core on its own thread, then sends what it says. */
  public <T> T ask(BiFunction<Gatekeeper, Long, T> what) {
    try {
      return loop.submit(
              () -> {
                T result = what.apply(core, SteadyTime.now());
                settle();
                return result;
              })
          .get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private void settle() {
    for (Gatekeeper.Outgoing each : core.outgoing()) {
      tap.message("h225", Transport.UDP, Heading.SENT, ours, each.to(), each.octets());
      datagrams.writeAndFlush(
          new DatagramPacket(Unpooled.wrappedBuffer(each.octets().toBuffer()), each.to()));
    }
    core.events().forEach(watcher);
    if (timer != null) {
      timer.cancel(false);
    }
    OptionalLong next = core.nextTimer();
    timer =
        next.isEmpty()
            ? null
            : loop.schedule(
                this::tick, Math.max(0, next.getAsLong() - SteadyTime.now()), TimeUnit.NANOSECONDS);
  }

  private void tick() {
    core.timer(SteadyTime.now());
    settle();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1_000);
  }

  private final class Datagrams extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      Octets octets = Octets.of(ByteBufUtil.getBytes(packet.content()));
      tap.message("h225", Transport.UDP, Heading.RECEIVED, ours, packet.sender(), octets);
      core.received(packet.sender(), octets, SteadyTime.now());
      settle();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // A port nobody listens on comes back as an error: who asked will ask again.
      if (!(cause instanceof IOException)) {
        LOG.log(System.Logger.Level.ERROR, "a datagram could not be handled", cause);
      }
    }
  }
}
