package parley.h323.gatekeeper;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.h323.h225.ReleaseCompleteReason;
import parley.h323.ras.live.SteadyTime;
import parley.h323.transport.ChannelKind;

/**
 * Call signalling through the gatekeeper: a Setup for an admitted call goes on to the called side
 * with the addresses changed, and from then on every TPKT goes through unchanged, both ways. H.245
 * on a connection of its own does not come this way: the endpoints open it between themselves.
 *
 * <p>All of it runs on the gatekeeper's one thread.
 */
// Whatever cannot be sent ends its connection, and with it the other side's.
@SuppressWarnings("FutureReturnValueIgnored")
final class SignallingRelay {
  private static final int HEADER = 4;
  private static final int LONGEST = 65_535;
  private static final int CONNECT_MILLIS = 3_000;

  /** How long a call waits for an endpoint behind a NAT to open its connection. */
  private static final long OPENING_SECONDS = 8;

  private final EventLoop loop;
  private final Gatekeeper gatekeeper;
  private final SignallingTap tap;
  private final Runnable settle;
  private final Map<Octets, Side> opening = new HashMap<>();
  private int connections;

  /**
   * @param settle called after the gatekeeper was made to say something
   */
  SignallingRelay(EventLoop loop, Gatekeeper gatekeeper, SignallingTap tap, Runnable settle) {
    this.loop = loop;
    this.gatekeeper = gatekeeper;
    this.tap = tap;
    this.settle = settle;
  }

  /** Listens; the channel is there before its core, which needs to know the port. */
  static ChannelFuture listen(
      EventLoop loop, InetSocketAddress address, Consumer<Channel> accepted) {
    return new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                accepted.accept(channel);
              }
            })
        .bind(address);
  }

  /** Takes a connection that came in. */
  void accept(Channel channel) {
    if (connections >= 2 * gatekeeper.settings().limits().calls()) {
      channel.close();
      return;
    }
    prepare(channel, new Side());
  }

  private void prepare(Channel channel, Side side) {
    connections++;
    channel.pipeline().addLast(new LengthFieldBasedFrameDecoder(LONGEST, 2, 2, -HEADER, 0), side);
  }

  /** One side of a call. */
  private final class Side extends SimpleChannelInboundHandler<ByteBuf> {
    private @Nullable Channel own;
    private @Nullable Channel other;
    private RelayedMessage.@Nullable Setup waiting;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      own = context.channel();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
      Octets tpkt = Octets.of(ByteBufUtil.getBytes(frame));
      shown(context.channel(), Heading.RECEIVED, tpkt);
      if (tpkt.length() < HEADER || tpkt.u8(0) != 3) {
        context.close();
      } else if (other != null) {
        send(other, tpkt);
      } else if (tpkt.length() > HEADER) {
        begin(context.channel(), RelayedMessage.read(tpkt.from(HEADER)));
      }
    }

    private void begin(Channel channel, RelayedMessage first) {
      switch (first) {
        case RelayedMessage.Setup setup -> route(channel, setup);
        case RelayedMessage.Opened(Octets callId) -> {
          Side caller = opening.remove(callId);
          if (caller == null || caller.own == null || caller.waiting == null) {
            channel.close();
          } else {
            join(caller, this, caller.waiting, (InetSocketAddress) channel.remoteAddress());
          }
        }
        case RelayedMessage.Other ignored -> channel.close();
      }
    }

    private void route(Channel channel, RelayedMessage.Setup setup) {
      Optional<AdmittedCall> call = gatekeeper.call(setup.callId());
      if (call.isEmpty()) {
        refuse(channel, setup, new ReleaseCompleteReason.CallerNotRegistered());
        return;
      }
      // What comes next waits until there is somebody to send it to.
      channel.config().setAutoRead(false);
      waiting = setup;
      Optional<RegisteredEndpoint> called = call.get().called();
      if (called.filter(RegisteredEndpoint::traversal).isPresent()) {
        opening.put(setup.callId(), this);
        gatekeeper.indicate(called.get(), setup.callId(), SteadyTime.now());
        settle.run();
        ScheduledFuture<?> _ =
            loop.schedule(() -> neverOpened(channel, setup), OPENING_SECONDS, TimeUnit.SECONDS);
        return;
      }
      Side callee = new Side();
      ChannelFuture connecting =
          new Bootstrap()
              .group(loop)
              .channel(NioSocketChannel.class)
              .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
              .option(ChannelOption.TCP_NODELAY, true)
              .handler(
                  new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel outgoing) {
                      prepare(outgoing, callee);
                    }
                  })
              .connect(call.get().address());
      connecting.addListener(
          done -> {
            if (done.isSuccess() && channel.isActive()) {
              join(this, callee, setup, call.get().address());
            } else {
              connecting.channel().close();
              refuse(channel, setup, new ReleaseCompleteReason.UnreachableDestination());
            }
          });
    }

    private void neverOpened(Channel channel, RelayedMessage.Setup setup) {
      if (opening.remove(setup.callId(), this)) {
        refuse(channel, setup, new ReleaseCompleteReason.UnreachableDestination());
      }
    }

    private void refuse(Channel channel, RelayedMessage.Setup setup, ReleaseCompleteReason reason) {
      Octets tpkt = tpkt(RelayedMessage.refused(setup, reason));
      shown(channel, Heading.SENT, tpkt);
      channel
          .writeAndFlush(Unpooled.wrappedBuffer(tpkt.toBuffer()))
          .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      connections--;
      opening.values().remove(this);
      if (other != null) {
        other.close();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  private void join(
      Side caller, Side callee, RelayedMessage.Setup setup, InetSocketAddress called) {
    Channel calling = caller.own;
    Channel answering = callee.own;
    if (calling == null || answering == null) {
      return;
    }
    caller.other = answering;
    callee.other = calling;
    send(
        answering,
        tpkt(
            RelayedMessage.forwarded(setup.message(), called, gatekeeper.settings().signalling())));
    calling.config().setAutoRead(true);
  }

  private void send(Channel channel, Octets tpkt) {
    shown(channel, Heading.SENT, tpkt);
    channel.writeAndFlush(Unpooled.wrappedBuffer(tpkt.toBuffer()));
  }

  private void shown(Channel channel, Heading heading, Octets tpkt) {
    if (channel.localAddress() instanceof InetSocketAddress ours
        && channel.remoteAddress() instanceof InetSocketAddress theirs) {
      tap.message(ChannelKind.SIGNALLING.dissector(), Transport.TCP, heading, ours, theirs, tpkt);
    }
  }

  private static Octets tpkt(Octets message) {
    int length = message.length() + HEADER;
    byte[] bytes = new byte[length];
    bytes[0] = 3;
    bytes[2] = (byte) (length >> 8);
    bytes[3] = (byte) length;
    message.copyTo(bytes, HEADER);
    return Octets.of(bytes);
  }
}
