package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.MediaProtection;
import parley.core.media.protection.PacketProtection;
import parley.core.media.protection.Transformed;
import parley.core.media.rtp.HeaderExtension;
import parley.core.media.rtp.RtpDecoded;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Packets under H.235.6: header in clear, payload encrypted, and what is odd is told or read. */
class PayloadProtectionTest {
  private static final int TYPE = 120;

  private final Random random = new Random(6);

  @ParameterizedTest
  @EnumSource(MediaCipher.class)
  void everySizeComesBackWithPaddingAndWithStealing(MediaCipher cipher) {
    for (boolean stealing : new boolean[] {false, true}) {
      PacketProtection protection =
          open(H235Scheme.protection(cipher, key(cipher), TYPE, stealing));
      for (int size = 0; size <= 100; size++) {
        Octets clear = packet(size, TYPE).encode();
        Octets wire = done(protection.protect(clear));
        assertEquals(clear, done(protection.unprotect(wire)), size + " octets, " + stealing);
        assertEquals(clear.from(1).slice(0, 11), wire.from(1).slice(0, 11), "the header is clear");
        assertTrue(size == 0 || !clear.equals(wire));
      }
    }
  }

  @Test
  void stealingAddsNothingWherePaddingFillsTheBlock() {
    MediaCipher cipher = MediaCipher.AES_128;
    Octets clear = packet(33, TYPE).encode();
    Octets padded =
        done(open(H235Scheme.protection(cipher, key(cipher), TYPE, false)).protect(clear));
    Octets stolen =
        done(open(H235Scheme.protection(cipher, key(cipher), TYPE, true)).protect(clear));
    assertEquals(12 + 48, padded.length());
    assertEquals(0x20, padded.u8(0) & 0x20, "the padding bit");
    assertEquals(clear.length(), stolen.length());
    assertEquals(0, stolen.u8(0) & 0x20, "no padding bit");
  }

  @Test
  void wholeBlocksAreNeitherPaddedNorSwapped() {
    PayloadCipher padding = new PayloadCipher(MediaCipher.AES_128, key(MediaCipher.AES_128), false);
    PayloadCipher stealing = new PayloadCipher(MediaCipher.AES_128, padding.key(), true);
    Octets clear = packet(160, TYPE).encode();
    assertEquals(clear.length(), done(padding.protect(clear)).length());
    assertEquals(padding.protect(clear), stealing.protect(clear));
  }

  @Test
  void contributorsAndExtensionStayInClear() {
    RtpPacket packet =
        new RtpPacket(
            true,
            TYPE,
            new SequenceNumber(7),
            8,
            new Ssrc(9),
            List.of(new Ssrc(10), new Ssrc(11)),
            Optional.of(new HeaderExtension(0xbede, octets(8))),
            octets(50),
            Octets.EMPTY);
    Octets clear = packet.encode();
    PacketProtection protection = aes();
    Octets wire = done(protection.protect(clear));
    assertEquals(clear.from(1).slice(0, 31), wire.from(1).slice(0, 31));
    assertEquals(clear, done(protection.unprotect(wire)));
  }

  @Test
  void equalPayloadsLookDifferentInEveryPacket() {
    Octets payload = octets(160);
    PacketProtection protection = aes();
    Octets one =
        new RtpPacket(false, TYPE, new SequenceNumber(1), 160, new Ssrc(1), payload).encode();
    Octets nextNumber =
        new RtpPacket(false, TYPE, new SequenceNumber(2), 160, new Ssrc(1), payload).encode();
    Octets nextTime =
        new RtpPacket(false, TYPE, new SequenceNumber(1), 320, new Ssrc(1), payload).encode();
    assertNotEquals(
        done(protection.protect(one)).from(12), done(protection.protect(nextNumber)).from(12));
    assertNotEquals(
        done(protection.protect(one)).from(12), done(protection.protect(nextTime)).from(12));
  }

  @Test
  void aLostPacketSpoilsNoOther() {
    PacketProtection sender = aes(3);
    PacketProtection receiver = aes(3);
    Octets first = packet(100, TYPE).encode();
    Octets second = packet(100, TYPE).encode();
    assertNotEquals(first, done(sender.protect(first)));
    assertEquals(second, done(receiver.unprotect(done(sender.protect(second)))));
  }

  /** Only the last octet of padding counts: some makers leave in the rest what was there. */
  @Test
  void paddingFilledWithAnythingIsRead() {
    MediaCipher cipher = MediaCipher.AES_128;
    Octets key = key(cipher);
    Octets clear = packet(20, TYPE).encode();
    byte[] padded = new byte[32];
    random.nextBytes(padded);
    clear.from(12).copyTo(padded, 0);
    padded[31] = 12;
    byte[] wire = new byte[44];
    clear.slice(0, 12).copyTo(wire, 0);
    cipher.encrypt(key, vector(clear), Octets.of(padded)).copyTo(wire, 12);
    wire[0] |= 0x20;
    PacketProtection protection = open(H235Scheme.protection(cipher, key, TYPE, false));
    assertEquals(clear, done(protection.unprotect(Octets.of(wire))));
  }

  /** A whole block too much, as libraries pad, is padding like any other. */
  @Test
  void aWholeBlockOfPaddingIsRead() {
    MediaCipher cipher = MediaCipher.AES_128;
    Octets key = key(cipher);
    Octets clear = packet(16, TYPE).encode();
    byte[] padded = new byte[32];
    clear.from(12).copyTo(padded, 0);
    padded[31] = 16;
    byte[] wire = new byte[44];
    clear.slice(0, 12).copyTo(wire, 0);
    cipher.encrypt(key, vector(clear), Octets.of(padded)).copyTo(wire, 12);
    wire[0] |= 0x20;
    PacketProtection protection = open(H235Scheme.protection(cipher, key, TYPE, false));
    assertEquals(clear, done(protection.unprotect(Octets.of(wire))));
  }

  @Test
  void paddingThatCountsMoreThanThereIsIsToldWithThePacketAsItWas() {
    MediaCipher cipher = MediaCipher.AES_128;
    Octets key = key(cipher);
    Octets clear = packet(16, TYPE).encode();
    byte[] wire = new byte[28];
    byte[] spoilt = new byte[16];
    spoilt[15] = 17;
    clear.slice(0, 12).copyTo(wire, 0);
    cipher.encrypt(key, vector(clear), Octets.of(spoilt)).copyTo(wire, 12);
    wire[0] |= 0x20;
    PacketProtection protection = open(H235Scheme.protection(cipher, key, TYPE, false));
    assertEquals(
        new Transformed.Refused(Octets.of(wire), "padding of 17 octets where 16 are left"),
        protection.unprotect(Octets.of(wire)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 15})
  void whatIsLessThanABlockCannotHaveBeenEncrypted(int size) {
    Octets packet = packet(size, TYPE).encode();
    assertInstanceOf(Transformed.Refused.class, aes().unprotect(packet));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "80", "0001000021 12a442"})
  void whatIsNoMediaPassesAsItIs(String hex) {
    Octets keepAlive = Octets.ofHex(hex);
    assertEquals(new Transformed.Packet(keepAlive), aes().unprotect(keepAlive));
  }

  @Test
  void aChangedOctetChangesTheMediaAndNothingShowsIt() {
    PacketProtection protection = aes();
    Octets clear = packet(160, TYPE).encode();
    byte[] tampered = done(protection.protect(clear)).toArray();
    tampered[100] ^= 1;
    Octets read = done(protection.unprotect(Octets.of(tampered)));
    assertNotEquals(clear, read);
    assertEquals(clear.length(), read.length());
  }

  @Test
  void anotherKeyGivesOtherMedia() {
    Octets clear = packet(160, TYPE).encode();
    assertNotEquals(clear, done(aes(2).unprotect(done(aes(1).protect(clear)))));
  }

  @Test
  void anEarlierKeyStillReadsWhatItsPayloadTypeShows() {
    MediaCipher cipher = MediaCipher.AES_128;
    MediaProtection first = H235Scheme.protection(cipher, key(cipher), 120, false);
    MediaProtection second = H235Scheme.protection(cipher, key(cipher), 121, false);
    PacketProtection sender = open(first);
    PacketProtection receiver = open(first);
    Octets before = packet(40, 120).encode();
    Octets underWay = done(sender.protect(before));
    sender.rekey(second);
    receiver.rekey(second);
    Octets after = packet(40, 121).encode();
    assertEquals(after, done(receiver.unprotect(done(sender.protect(after)))));
    assertEquals(before, done(receiver.unprotect(underWay)));
  }

  @Test
  void aKeyThatDoesNotFitLetsNothingThroughUntilOneDoes() {
    MediaCipher cipher = MediaCipher.AES_128;
    MediaProtection good = H235Scheme.protection(cipher, key(cipher), TYPE, false);
    MediaProtection bad = new MediaProtection(cipher.protectionName(), octets(15), Map.of());
    Octets clear = packet(40, TYPE).encode();
    assertInstanceOf(Transformed.Refused.class, open(bad).protect(clear));
    PacketProtection protection = open(good);
    protection.rekey(bad);
    assertInstanceOf(Transformed.Refused.class, protection.protect(clear));
    protection.rekey(good);
    assertInstanceOf(Transformed.Packet.class, protection.protect(clear));
  }

  @Test
  void controlPacketsStayInClear() {
    Octets rtcp = Octets.ofHex("80c90001 00000001");
    assertEquals(new Transformed.Packet(rtcp), aes().protectControl(rtcp));
    assertEquals(new Transformed.Packet(rtcp), aes().unprotectControl(rtcp));
  }

  @Test
  void noOctetsWhateverMakeItThrow() {
    PacketProtection protection = aes();
    for (int i = 0; i < 20_000; i++) {
      Octets octets = octets(random.nextInt(70));
      if (i % 2 == 0 && !octets.isEmpty()) {
        byte[] rtp = octets.toArray();
        rtp[0] = (byte) (0x80 | (rtp[0] & 0x3f));
        octets = Octets.of(rtp);
      }
      Octets given = octets;
      if (RtpPacket.decode(given).packetIfAny().isPresent()
          && protection.unprotect(given) instanceof Transformed.Packet(Octets read)) {
        assertInstanceOf(RtpDecoded.Read.class, RtpPacket.decode(read));
      }
      protection.protect(given);
    }
  }

  private PacketProtection aes() {
    return aes(1);
  }

  private static PacketProtection aes(int key) {
    byte[] octets = new byte[16];
    octets[0] = (byte) key;
    return open(H235Scheme.protection(MediaCipher.AES_128, Octets.of(octets), TYPE, false));
  }

  private static PacketProtection open(MediaProtection protection) {
    return new H235Scheme().open(protection);
  }

  private static Octets done(Transformed transformed) {
    return assertInstanceOf(Transformed.Packet.class, transformed).octets();
  }

  private static Octets vector(Octets rtp) {
    Octets six = rtp.slice(2, 6);
    byte[] vector = new byte[16];
    six.copyTo(vector, 0);
    six.copyTo(vector, 6);
    six.slice(0, 4).copyTo(vector, 12);
    return Octets.of(vector);
  }

  private RtpPacket packet(int payload, int type) {
    return new RtpPacket(
        random.nextBoolean(),
        type,
        new SequenceNumber(random.nextInt(1 << 16)),
        random.nextLong(1L << 32),
        new Ssrc(random.nextLong(1L << 32)),
        octets(payload));
  }

  private Octets key(MediaCipher cipher) {
    return octets(cipher.keyOctets());
  }

  private Octets octets(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
