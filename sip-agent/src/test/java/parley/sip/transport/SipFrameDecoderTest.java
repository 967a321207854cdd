package parley.sip.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

/** Messages cut out of a stream. */
class SipFrameDecoderTest {
  private static final String ONE = "OPTIONS sip:a SIP/2.0\r\nContent-Length: 4\r\n\r\nbody";
  private static final String TWO = "BYE sip:a SIP/2.0\r\nl: 0\r\n\r\n";
  private final EmbeddedChannel channel = new EmbeddedChannel(new SipFrameDecoder());

  private static ByteBuf octets(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }

  private static Octets expected(String text) {
    return Octets.ofText(text, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 1000})
  void framesByContentLengthHoweverTheStreamIsCut(int piece) {
    String stream = "\r\n" + ONE + "\r\n" + TWO + ONE;
    for (int at = 0; at < stream.length(); at += piece) {
      channel.writeInbound(octets(stream.substring(at, Math.min(stream.length(), at + piece))));
    }
    assertEquals(expected(ONE), channel.readInbound());
    assertEquals(expected(TWO), channel.readInbound());
    assertEquals(expected(ONE), channel.readInbound());
    assertNull(channel.readInbound());
  }

  @Test
  void answersAKeepAlive() {
    channel.writeInbound(octets("\r\n\r\n"));
    ByteBuf pong = channel.readOutbound();
    assertEquals("\r\n", pong.toString(StandardCharsets.US_ASCII));
    pong.release();
    assertTrue(channel.isOpen());
  }

  @Test
  void endsAConnectionWhoseMessageIsTooLong() {
    channel.writeInbound(octets(ONE.replace("4\r", "99999999\r")));
    assertFalse(channel.isOpen());
  }

  @Test
  void endsAConnectionWhoseHeadNeverEnds() {
    channel.writeInbound(octets("x".repeat(SipFrameDecoder.MAX_HEAD + 1)));
    assertFalse(channel.isOpen());
  }
}
