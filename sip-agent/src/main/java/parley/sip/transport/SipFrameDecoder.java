package parley.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.core.wire.Octets;

/**
 * Cuts a stream into SIP messages by Content-Length (RFC 3261 §18.3). Blank lines between messages
 * are keep-alives (RFC 5626 §3.5.1): two are answered with one. A head or a message over its limit
 * ends the connection, since nothing after it can be framed.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing needs no confirmation
final class SipFrameDecoder extends ByteToMessageDecoder {
  static final int MAX_HEAD = 65_536;
  static final int MAX_MESSAGE = 131_072;

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");

  private int searched;

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    skipBlankLines(context, in);
    int head = headLength(in);
    if (head < 0) {
      if (in.readableBytes() > MAX_HEAD) {
        in.skipBytes(in.readableBytes());
        context.close();
      }
      return;
    }
    Matcher matcher =
        LENGTH.matcher(in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1));
    long total = head + (matcher.find() ? Long.parseLong(matcher.group(1)) : 0);
    if (total > MAX_MESSAGE) {
      in.skipBytes(in.readableBytes());
      context.close();
      return;
    }
    if (in.readableBytes() < total) {
      return;
    }
    byte[] message = new byte[(int) total];
    in.readBytes(message);
    searched = 0;
    out.add(Octets.of(message));
  }

  private static void skipBlankLines(ChannelHandlerContext context, ByteBuf in) {
    int blanks = 0;
    while (in.isReadable()) {
      byte next = in.getByte(in.readerIndex());
      if (next != '\r' && next != '\n') {
        break;
      }
      in.skipBytes(1);
      blanks++;
    }
    if (blanks >= 4) {
      context.writeAndFlush(context.alloc().buffer(2).writeByte('\r').writeByte('\n'));
    }
  }

  private int headLength(ByteBuf in) {
    int start = in.readerIndex();
    int end = in.writerIndex();
    for (int i = start + Math.max(0, searched - 3); i + 3 < end; i++) {
      if (in.getByte(i) == '\r'
          && in.getByte(i + 1) == '\n'
          && in.getByte(i + 2) == '\r'
          && in.getByte(i + 3) == '\n') {
        return i + 4 - start;
      }
    }
    searched = end - start;
    return -1;
  }
}
