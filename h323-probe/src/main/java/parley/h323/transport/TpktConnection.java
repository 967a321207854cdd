package parley.h323.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;

/**
 * One TCP or TLS connection that carries packets. What comes in before anybody listens waits.
 * Messages go in and out in order; each is shown to the tap, decrypted, with its TPKT header.
 */
// A send that fails ends the connection, and the listener is told of that.
@SuppressWarnings("FutureReturnValueIgnored")
public final class TpktConnection {
  /** Takes what a connection brings, on the thread of the socket. */
  public interface Listener {
    void received(Octets message);

    /** A packet without content, which only keeps the connection open. */
    void empty();

    /** Octets that are no packet; the connection ends after them. */
    void unframed(Octets octets);

    void closed();
  }

  private sealed interface Arrival {
    record Message(Octets octets) implements Arrival {}

    record Empty() implements Arrival {}

    record Unframed(Octets octets) implements Arrival {}

    record End() implements Arrival {}
  }

  private final Channel channel;
  private final ChannelKind kind;
  private final SignallingTap tap;
  private final List<Arrival> early = new ArrayList<>();
  private boolean ended;
  private volatile boolean closing;
  private volatile @Nullable InetSocketAddress local;
  private volatile @Nullable InetSocketAddress remote;
  private @Nullable Listener listener;

  TpktConnection(Channel channel, ChannelKind kind, SignallingTap tap) {
    this.channel = channel;
    this.kind = kind;
    this.tap = tap;
  }

  /** From now on {@code listener} is told; what has come so far comes first. */
  public void listen(Listener other) {
    synchronized (early) {
      listener = other;
      early.forEach(each -> deliver(other, each));
      early.clear();
    }
  }

  private void arrived(Arrival arrival) {
    synchronized (early) {
      if (arrival instanceof Arrival.End) {
        if (ended) {
          return;
        }
        ended = true;
      }
      Listener now = listener;
      if (now == null) {
        early.add(arrival);
      } else {
        deliver(now, arrival);
      }
    }
  }

  private static void deliver(Listener to, Arrival arrival) {
    switch (arrival) {
      case Arrival.Message(Octets octets) -> to.received(octets);
      case Arrival.Empty any -> to.empty();
      case Arrival.Unframed(Octets octets) -> to.unframed(octets);
      case Arrival.End any -> to.closed();
    }
  }

  public InetSocketAddress local() {
    return local == null ? (InetSocketAddress) channel.localAddress() : local;
  }

  public InetSocketAddress remote() {
    return remote == null ? (InetSocketAddress) channel.remoteAddress() : remote;
  }

  public boolean overTls() {
    return channel.pipeline().get(SslHandler.class) != null;
  }

  public boolean open() {
    return channel.isActive();
  }

  /**
   * Sends one message of at most 65,531 octets.
   *
   * @throws IllegalArgumentException for a longer one
   */
  public void send(Octets message) {
    sendPacket(Tpkt.around(message));
  }

  /** Sends a packet without content, as some sides do to keep a connection open. */
  public void sendEmpty() {
    sendPacket(Tpkt.around(Octets.EMPTY));
  }

  private void sendPacket(Octets packet) {
    show(Heading.SENT, packet);
    channel.writeAndFlush(channel.alloc().buffer(packet.length()).writeBytes(packet.toBuffer()));
  }

  private void show(Heading heading, Octets message) {
    tap.message(
        kind.dissector(),
        overTls() ? Transport.TLS : Transport.TCP,
        heading,
        local(),
        remote(),
        message);
  }

  /** Ends the connection when what was sent is out. */
  public void close() {
    closing = true;
    channel
        .writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER)
        .addListener(done -> channel.close());
  }

  final class Handler extends SimpleChannelInboundHandler<Object> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, Object read) {
      if (read instanceof Octets packet) {
        show(Heading.RECEIVED, packet);
        Tpkt.content(packet)
            .ifPresent(
                content ->
                    arrived(
                        content.isEmpty() ? new Arrival.Empty() : new Arrival.Message(content)));
      } else if (read instanceof TpktFrameDecoder.NoTpkt(Octets octets)) {
        tap.message(
            "data",
            overTls() ? Transport.TLS : Transport.TCP,
            Heading.RECEIVED,
            local(),
            remote(),
            octets);
        arrived(new Arrival.Unframed(octets));
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      // Known while the connection is up, needed when it no longer is.
      local = (InetSocketAddress) channel.localAddress();
      remote = (InetSocketAddress) channel.remoteAddress();
      context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      tap.ended(overTls() ? Transport.TLS : Transport.TCP, local(), remote(), !closing);
      arrived(new Arrival.End());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
