package parley.core.media.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.plan.PortRange;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/** An even port for RTP and the next for RTCP; each datagram of both goes past the tap. */
final class SocketPair implements AutoCloseable {
  private static final int RECEIVE_BUFFER = 2 << 20;
  private static final int LARGEST_DATAGRAM = 65_535;

  private final Channel rtp;
  private final Channel rtcp;
  private final AtomicLong failures;

  private SocketPair(Channel rtp, Channel rtcp, AtomicLong failures) {
    this.rtp = rtp;
    this.rtcp = rtcp;
    this.failures = failures;
  }

  static SocketPair open(
      EventLoopGroup group,
      InetAddress local,
      PortRange ports,
      PacketTap tap,
      Consumer<Octets> onRtp,
      Consumer<Octets> onRtcp,
      Consumer<String> problems)
      throws IOException {
    AtomicLong failures = new AtomicLong();
    int start = ThreadLocalRandom.current().nextInt(ports.pairs());
    for (int i = 0; i < ports.pairs(); i++) {
      int even = ports.firstEven() + 2 * ((start + i) % ports.pairs());
      ChannelFuture first =
          bind(
              group,
              new InetSocketAddress(local, even),
              new Tapped(local, even, tap, onRtp, problems));
      if (!first.isSuccess()) {
        refuseUnlessInUse(first, local);
        continue;
      }
      ChannelFuture second =
          bind(
              group,
              new InetSocketAddress(local, even + 1),
              new Tapped(local, even + 1, tap, onRtcp, problems));
      if (second.isSuccess()) {
        return new SocketPair(first.channel(), second.channel(), failures);
      }
      first.channel().close().awaitUninterruptibly();
    }
    throw new IOException("no free pair of UDP ports in " + ports);
  }

  private static ChannelFuture bind(EventLoopGroup group, InetSocketAddress address, Tapped handler)
      throws IOException {
    DatagramChannel socket = DatagramChannel.open();
    handler.sends(socket);
    return new Bootstrap()
        .group(group)
        .channelFactory(() -> new NioDatagramChannel(socket))
        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
        .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
        .handler(handler)
        .bind(address)
        .awaitUninterruptibly();
  }

  private static void refuseUnlessInUse(ChannelFuture bind, InetAddress local) throws IOException {
    Throwable cause = bind.cause();
    String message = String.valueOf(cause == null ? null : cause.getMessage());
    if (message.contains("assign requested address")) {
      throw new IOException("this machine has no address " + local.getHostAddress(), cause);
    }
  }

  InetSocketAddress rtpAddress() {
    return (InetSocketAddress) rtp.localAddress();
  }

  InetSocketAddress rtcpAddress() {
    return (InetSocketAddress) rtcp.localAddress();
  }

  void sendRtp(InetSocketAddress to, Octets packet) {
    send(rtp, to, packet);
  }

  void sendRtcp(InetSocketAddress to, Octets packet) {
    send(rtcp, to, packet);
  }

  /** Datagrams the system did not take. */
  long failures() {
    return failures.get();
  }

  private void send(Channel channel, InetSocketAddress to, Octets packet) {
    DatagramPacket datagram = new DatagramPacket(Unpooled.wrappedBuffer(packet.toBuffer()), to);
    ChannelFuture sent = channel.writeAndFlush(datagram);
    sent.addListener(
        done -> {
          if (!done.isSuccess()) {
            failures.incrementAndGet();
          }
        });
  }

  /** Closes both when what was written before has left. */
  @Override
  public void close() {
    rtp.close().awaitUninterruptibly();
    rtcp.close().awaitUninterruptibly();
  }

  private static final class Tapped extends ChannelDuplexHandler {
    private final InetSocketAddress ours;
    private final PacketTap tap;
    private final Consumer<Octets> receiver;
    private final Consumer<String> problems;

    private @Nullable DatagramChannel socket;

    Tapped(
        InetAddress local,
        int port,
        PacketTap tap,
        Consumer<Octets> receiver,
        Consumer<String> problems) {
      this.ours = new InetSocketAddress(local, port);
      this.tap = tap;
      this.receiver = receiver;
      this.problems = problems;
    }

    void sends(DatagramChannel through) {
      socket = through;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      DatagramPacket datagram = (DatagramPacket) message;
      try {
        Octets octets = Octets.of(ByteBufUtil.getBytes(datagram.content()));
        tap.datagram(Heading.RECEIVED, ours, datagram.sender(), octets);
        receiver.accept(octets);
      } finally {
        datagram.release();
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
        throws Exception {
      DatagramPacket datagram = (DatagramPacket) message;
      tap.datagram(
          Heading.SENT,
          ours,
          datagram.recipient(),
          Octets.of(ByteBufUtil.getBytes(datagram.content())));
      if (socket != null && !datagram.content().isReadable()) {
        // Netty takes an empty datagram and does not send it.
        datagram.release();
        var _ = socket.send(ByteBuffer.allocate(0), datagram.recipient());
        promise.setSuccess();
      } else {
        super.write(context, message, promise);
      }
    }

    /**
     * A port nobody listens on shows in the record and the call goes on; anything else is our own
     * fault and must be known.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (!(cause instanceof IOException)) {
        problems.accept("a datagram at " + ours + " could not be handled: " + cause);
      }
    }
  }
}
