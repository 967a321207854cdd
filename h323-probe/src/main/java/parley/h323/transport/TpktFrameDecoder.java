package parley.h323.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import parley.core.wire.Octets;

/**
 * Cuts a stream into packets (RFC 1006 §6: version 3, a reserved octet, a length of two octets that
 * counts all four). Where the version is another one nothing after it can be framed: what is there
 * goes out as {@link NoTpkt} and the connection ends. A packet without content keeps a connection
 * open and goes no further.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing needs no confirmation
final class TpktFrameDecoder extends ByteToMessageDecoder {
  /** Octets where a packet should begin. */
  record NoTpkt(Octets octets) {}

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < Tpkt.HEADER) {
      return;
    }
    int start = in.readerIndex();
    int length = in.getUnsignedShort(start + 2);
    if (in.getUnsignedByte(start) != Tpkt.VERSION || length < Tpkt.HEADER) {
      byte[] rest = new byte[in.readableBytes()];
      in.readBytes(rest);
      out.add(new NoTpkt(Octets.of(rest)));
      context.close();
      return;
    }
    if (in.readableBytes() < length) {
      return;
    }
    byte[] packet = new byte[length];
    in.readBytes(packet);
    out.add(Octets.of(packet));
  }
}
