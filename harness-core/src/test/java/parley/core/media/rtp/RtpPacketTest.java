package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.wire.Octets;

class RtpPacketTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesBackWhatItWasBuiltFrom(long seed) {
    RtpPacket packet = random(new SplittableRandom(seed));
    assertEquals(new RtpDecoded.Read(packet), RtpPacket.decode(packet.encode()));
  }

  @Test
  void readsEachFieldOfAHeader() {
    Octets octets =
        Octets.ofHex("b2e1 ffff 01020304 8f76b3aa 00000001 ffffffff bede0001 10aabbcc 6588 000003");
    RtpPacket packet = assertInstanceOf(RtpDecoded.Read.class, RtpPacket.decode(octets)).packet();
    assertTrue(packet.marker());
    assertEquals(97, packet.payloadType());
    assertEquals(new SequenceNumber(65535), packet.sequence());
    assertEquals(0x01020304, packet.timestamp());
    assertEquals("0x8F76B3AA", packet.ssrc().toString());
    assertEquals(List.of(new Ssrc(1), new Ssrc(0xffff_ffffL)), packet.contributors());
    assertEquals(
        Optional.of(new HeaderExtension(0xbede, Octets.ofHex("10aabbcc"))), packet.extension());
    assertEquals("6588", packet.payload().hex());
    assertEquals("000003", packet.padding().hex());
    assertEquals(octets, packet.encode());
  }

  @ParameterizedTest
  @CsvSource({
    "'', shorter",
    "80600001000000010000, shorter",
    "406000010000000100000001, version 1",
    "8f60000100000001000000010000, contributors",
    "9060000100000001000000010000, extension",
    "906000010000000100000001bede0002aabbccdd, extension",
    "a06000010000000100000001, padding of 0",
    "a060000100000001000000016500, padding of 0",
    "a060000100000001000000016503, padding of 3"
  })
  void keepsTheOctetsOfAMalformedPacketAndSaysWhatIsWrong(String hex, String problem) {
    Octets octets = Octets.ofHex(hex);
    RtpDecoded.Malformed malformed =
        assertInstanceOf(RtpDecoded.Malformed.class, RtpPacket.decode(octets));
    assertEquals(octets, malformed.octets());
    assertTrue(malformed.problem().contains(problem), malformed.problem());
  }

  @Test
  void readsTheHeaderWhereThePaddingCannotBeTold() {
    RtpDecoded decoded = RtpPacket.decode(Octets.ofHex("a0600002 00000001 00000001 6588ff"));
    assertInstanceOf(RtpDecoded.Malformed.class, decoded);
    RtpPacket packet = decoded.packetIfAny().orElseThrow();
    assertEquals(new SequenceNumber(2), packet.sequence());
    assertEquals("6588ff", packet.payload().hex());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverThrowsOnAPacketCutOffOrChanged(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] octets = random(random).encode().toArray();
    octets[random.nextInt(octets.length)] = (byte) random.nextInt();
    octets[random.nextInt(Math.min(octets.length, 16))] = (byte) random.nextInt();
    Octets cut = Octets.of(octets).slice(0, random.nextInt(octets.length + 1));
    switch (RtpPacket.decode(cut)) {
      case RtpDecoded.Read(RtpPacket packet) -> assertEquals(cut, packet.encode());
      case RtpDecoded.Malformed malformed -> assertFalse(malformed.problem().isEmpty());
    }
  }

  @Test
  void tellsRtcpFromRtpOnOnePort() {
    assertTrue(RtpPacket.looksLikeRtcp(Octets.ofHex("80c80006")));
    assertFalse(RtpPacket.looksLikeRtcp(Octets.ofHex("80600006")));
    assertFalse(RtpPacket.looksLikeRtcp(Octets.ofHex("80e00006")));
  }

  @ParameterizedTest
  @CsvSource({"0, 65535, 1", "65535, 0, -1", "10, 5, 5", "32768, 0, -32768", "32767, 0, 32767"})
  void countsStepsTheShorterWayRound(int later, int earlier, int steps) {
    SequenceNumber from = new SequenceNumber(earlier);
    assertEquals(steps, new SequenceNumber(later).since(from));
    assertEquals(new SequenceNumber(later), from.plus(steps));
    assertEquals(steps > 0, new SequenceNumber(later).isNewerThan(from));
  }

  private static RtpPacket random(SplittableRandom random) {
    List<Ssrc> contributors =
        LongStream.generate(() -> random.nextLong(1L << 32))
            .limit(random.nextInt(16))
            .mapToObj(Ssrc::new)
            .toList();
    Optional<HeaderExtension> extension =
        random.nextBoolean()
            ? Optional.of(
                new HeaderExtension(random.nextInt(65536), octets(random, 4 * random.nextInt(5))))
            : Optional.empty();
    byte[] padding = new byte[random.nextInt(3) * 4];
    if (padding.length > 0) {
      padding[padding.length - 1] = (byte) padding.length;
    }
    return new RtpPacket(
        random.nextBoolean(),
        random.nextInt(128),
        new SequenceNumber(random.nextInt(65536)),
        random.nextLong(1L << 32),
        new Ssrc(random.nextLong(1L << 32)),
        contributors,
        extension,
        octets(random, random.nextInt(50)),
        Octets.of(padding));
  }

  private static Octets octets(SplittableRandom random, int size) {
    byte[] octets = new byte[size];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
