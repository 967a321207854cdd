package parley.sip.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

/** The view of a message: tolerant, in order, nothing lost. */
class SipMessageTest {
  private static final String INVITE =
      """
      INVITE sip:room@192.0.2.7 SIP/2.0
      v: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1, SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK0
      f: "A, B" <sip:a@192.0.2.1;x=y>;tag=one
      t: <sip:room@192.0.2.7>
      i: 77@192.0.2.1
      CSeq: 5 INVITE
      k: 100rel,
       timer
      Supported: replaces
      c: application/sdp
      X-Own: kept
      l: 5

      v=0
      """
          .replace("\n", "\r\n");

  private static SipMessage read(String text) {
    return SipMessage.read(Octets.ofText(text, StandardCharsets.UTF_8));
  }

  @Test
  void readsCompactAndFoldedHeaders() {
    SipMessage message = read(INVITE);
    assertEquals(List.of(), message.problems());
    assertEquals("INVITE", message.method());
    assertEquals("sip:room@192.0.2.7", message.requestUri());
    assertEquals("77@192.0.2.1", message.callId());
    assertEquals("one", message.fromTag());
    assertEquals("", message.toTag());
    assertEquals("z9hG4bK1", message.branch());
    assertEquals("sip:a@192.0.2.1;x=y", message.address("From"));
    assertEquals(List.of("100rel", "timer", "replaces"), message.list("Supported"));
    assertEquals("kept", message.header("x-own").orElse(""));
    assertEquals("v=0\r\n", message.sdp().orElseThrow().text(StandardCharsets.UTF_8));
    assertEquals(10, message.headers().size());
  }

  @Test
  void saysWhatIsWrong() {
    assertTrue(read(INVITE.replace("l: 5", "l: 500")).problems().toString().contains("500"));
    assertTrue(
        read(INVITE.replace("CSeq: 5 INVITE", "CSeq: 5 BYE"))
            .problems()
            .toString()
            .contains("BYE"));
    assertTrue(read(INVITE.replace("i: 77@192.0.2.1\r\n", "")).problems().contains("no Call-ID"));
    assertTrue(read("hello").problems().toString().contains("neither"));
  }

  @Test
  void tellsSipFromOtherDatagrams() {
    assertTrue(SipMessage.looksLikeSip(Octets.ofText(INVITE, StandardCharsets.UTF_8)));
    assertTrue(
        SipMessage.looksLikeSip(Octets.ofText("SIP/2.0 200 OK\r\n", StandardCharsets.UTF_8)));
    assertFalse(SipMessage.looksLikeSip(Octets.ofHex("80600001000000010000000200")));
    assertFalse(SipMessage.looksLikeSip(Octets.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverThrowsOnDamagedMessages(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = INVITE.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(1, 20); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Octets octets = Octets.of(bytes).slice(0, random.nextInt(bytes.length + 1));
      SipMessage message = SipMessage.read(octets);
      assertNotNull(message.title());
      assertNotNull(message.branch() + message.cseq() + message.status() + message.requestUri());
      assertNotNull(message.list("supported") + message.address("to") + message.reason());
      assertEquals(octets, message.raw());
    }
  }
}
