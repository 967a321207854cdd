package parley.core.media.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaProtection;
import parley.core.wire.Octets;

/** The protection of one direction over the life of a call. */
class StreamProtectionTest {
  private static final Octets RTP = Octets.ofHex("8000 0001 00000002 00000003 0a0b0c0d");
  private static final Octets UNDER_FF = Octets.ofHex("8000 0001 00000002 00000003 f5f4f3f2");

  private final StreamProtection protection = new StreamProtection();

  @Test
  void isClearUntilSomethingElseIsAgreed() {
    assertEquals(new Transformed.Packet(RTP), protection.protect(RTP));
    assertEquals(new Transformed.Packet(RTP), protection.unprotectControl(RTP));
  }

  @Test
  void findsTheTransformByItsName() {
    assertTrue(protection.use(key(0xff)));
    assertEquals(new Transformed.Packet(UNDER_FF), protection.protect(RTP));
    assertEquals(new Transformed.Packet(RTP), protection.unprotect(UNDER_FF));
  }

  @Test
  void theSameAgreementAgainChangesNothing() {
    assertTrue(protection.use(key(0xff)));
    assertFalse(protection.use(key(0xff)));
  }

  @Test
  void anotherKeyKeepsTheStateOfTheTransform() {
    assertTrue(protection.use(key(0x0f)));
    assertEquals(Octets.ofHex("05040302"), payload(protection.protect(RTP)));
    assertTrue(protection.use(key(0xff)));
    assertEquals(Octets.ofHex("f5f4f3f2"), payload(protection.protect(RTP)));
  }

  @Test
  void goesBackToClearOnlyWhereThatIsAgreed() {
    assertTrue(protection.use(key(0xff)));
    assertTrue(protection.use(Optional.empty()));
    assertEquals(new Transformed.Packet(RTP), protection.protect(RTP));
  }

  @Test
  void anAlgorithmNobodyKnowsLetsNothingThrough() {
    assertTrue(
        protection.use(Optional.of(new MediaProtection("TEST/UNKNOWN", Octets.ofHex("ff")))));
    Transformed refused = new Transformed.Refused(RTP, "nobody here knows TEST/UNKNOWN");
    assertEquals(refused, protection.protect(RTP));
    assertEquals(refused, protection.unprotect(RTP));
    assertEquals(refused, protection.protectControl(RTP));
  }

  @Test
  void aKeyThatFitsMakesGoodOneThatDidNot() {
    assertTrue(protection.use(Optional.of(new MediaProtection(ExclusiveOr.NAME, Octets.EMPTY))));
    assertEquals(new Transformed.Refused(RTP, "unfit key"), protection.protect(RTP));
    assertTrue(protection.use(key(0xff)));
    assertEquals(new Transformed.Packet(UNDER_FF), protection.protect(RTP));
  }

  @Test
  void theKeyShowsInNoText() {
    MediaProtection agreed = new MediaProtection(ExclusiveOr.NAME, Octets.ofHex("c3"));
    assertEquals("TEST/XOR {}", agreed.toString());
  }

  private static Optional<MediaProtection> key(int octet) {
    return Optional.of(new MediaProtection(ExclusiveOr.NAME, Octets.of(new byte[] {(byte) octet})));
  }

  private static Octets payload(Transformed transformed) {
    return ((Transformed.Packet) transformed).octets().from(12);
  }
}
