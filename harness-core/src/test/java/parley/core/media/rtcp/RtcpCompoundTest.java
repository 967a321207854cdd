package parley.core.media.rtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

class RtcpCompoundTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesBackWhatItWasBuiltFrom(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RtcpPacket> packets = new ArrayList<>();
    packets.add(random(random, random.nextInt(2)));
    for (int i = random.nextInt(6); i > 0; i--) {
      packets.add(random(random, random.nextInt(10)));
    }
    Octets octets = RtcpCompound.encode(packets);
    assertEquals(new RtcpCompound(packets, List.of(), octets), RtcpCompound.decode(octets));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverThrowsOnADatagramCutOffOrChanged(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] octets =
        RtcpCompound.encode(List.of(random(random, 0), random(random, random.nextInt(10))))
            .toArray();
    for (int i = random.nextInt(4); i >= 0; i--) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt();
    }
    int length = random.nextInt(octets.length + 1);
    RtcpCompound read = RtcpCompound.decode(Octets.of(octets).slice(0, length));
    assertTrue(length > 0 || !read.problems().isEmpty());
    read.packets().forEach(packet -> assertFalse(packet.encode().isEmpty()));
  }

  @Test
  void readsASenderReportWithASourceDescription() {
    RtcpCompound read =
        RtcpCompound.decode(
            Octets.ofHex(
                "81c8000c db42726c eeabcdef 80000000 de3dab66 00000001 000000ac"
                    + "11223344 40ffffff 00010005 00000007 cdef8000 00010000"
                    + "81ca0004 db42726c 0107612e 62406331 00000000"));
    assertEquals(List.of(), read.problems());
    SenderReport report = (SenderReport) read.packets().getFirst();
    assertEquals(new Ssrc(0xdb42726cL), report.sender());
    assertEquals(0xcdef8000L, report.ntp().middle());
    assertEquals(172, report.octetCount());
    assertEquals(
        List.of(new ReportBlock(new Ssrc(0x11223344), 0x40, -1, 0x10005, 7, 0xcdef8000L, 65536)),
        report.reports());
    SourceDescription description = (SourceDescription) read.packets().getLast();
    assertEquals(Optional.of("a.b@c1\0"), description.cname(report.sender()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "80c9, octets after",
    "40c9000100000001, version 1",
    "80c9000200000001, packet of 12 octets at octet 0 where 8",
    "81c9000100000001, does not fit",
    "80c8000100000001, does not fit",
    "80c900010000000181ca00020000000101096161, does not fit",
    "80c900010000000181ca00020000000101026161, no end mark",
    "80c900010000000182cb000100000001, does not fit",
    "80c900010000000181cb00020000000105616161, does not fit",
    "80c900010000000180cc000100000001, does not fit",
    "80c900010000000182ce0002000000010000000200, octets after",
    "80c900010000000181ce0003000000010000000200000000, does not fit",
    "80c900010000000184ce00020000000100000002, does not fit",
    "80c900010000000181cd00020000000100000002, does not fit",
    "80c900010000000181cd000100000001, does not fit",
    "a0c9000100000001, padding of 1",
    "a0c90002000000010000000480c9000100000001, not the last",
    "81ce00020000000100000002, does not begin with a report"
  })
  void saysWhatIsWrongAndKeepsTheRest(String hex, String problem) {
    Octets octets = Octets.ofHex(hex);
    RtcpCompound read = RtcpCompound.decode(octets);
    assertTrue(read.problems().toString().contains(problem), read.problems()::toString);
    assertEquals(octets, read.octets());
  }

  @Test
  void keepsAnUnknownTypeWhole() {
    Octets octets = Octets.ofHex("80c9000100000001 81cf0001deadbeef");
    assertEquals(
        new OtherRtcp(207, 1, Octets.ofHex("deadbeef")),
        RtcpCompound.decode(octets).packets().getLast());
  }

  @Test
  void readsALastPacketWithPadding() {
    RtcpCompound read = RtcpCompound.decode(Octets.ofHex("a0c90002 00000001 00000004"));
    assertEquals(List.of(), read.problems());
    assertEquals(List.of(new ReceiverReport(new Ssrc(1), List.of(), Octets.EMPTY)), read.packets());
  }

  @ParameterizedTest
  @CsvSource({"0", "1795318036949413000", "2085978495999999999", "2085978496000000000"})
  void keepsAnNtpTimeToTheNanosecond(long unixNanos) {
    long back = NtpTime.ofUnixNanos(unixNanos).toUnixNanos();
    assertTrue(unixNanos - back <= 1 && back <= unixNanos, back + " for " + unixNanos);
  }

  private static RtcpPacket random(SplittableRandom random, int kind) {
    return switch (kind) {
      case 0 ->
          new SenderReport(
              ssrc(random),
              new NtpTime(random.nextLong()),
              u32(random),
              u32(random),
              u32(random),
              blocks(random),
              octets(random, 4 * random.nextInt(3)));
      case 1 ->
          new ReceiverReport(ssrc(random), blocks(random), octets(random, 4 * random.nextInt(3)));
      case 2 -> {
        List<SourceDescription.Chunk> chunks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          List<SourceDescription.Item> items = new ArrayList<>();
          for (int j = random.nextInt(4); j > 0; j--) {
            items.add(
                new SourceDescription.Item(
                    1 + random.nextInt(8), octets(random, random.nextInt(20))));
          }
          chunks.add(new SourceDescription.Chunk(ssrc(random), items));
        }
        yield new SourceDescription(chunks);
      }
      case 3 ->
          new Goodbye(
              List.of(ssrc(random), ssrc(random)),
              random.nextBoolean() ? Optional.of("bye" + random.nextInt(99)) : Optional.empty());
      case 4 ->
          new ApplicationDefined(
              random.nextInt(32),
              ssrc(random),
              octets(random, 4),
              octets(random, 4 * random.nextInt(4)));
      case 5 -> new PictureLossIndication(ssrc(random), ssrc(random));
      case 6 -> FullIntraRequest.of(ssrc(random), ssrc(random), random.nextInt(256));
      case 7 ->
          new GenericNack(
              ssrc(random),
              ssrc(random),
              List.of(
                  new GenericNack.Entry(
                      new SequenceNumber(random.nextInt(65536)), random.nextInt(65536))));
      case 8 ->
          new OtherFeedback(
              random.nextBoolean() ? 205 : 206,
              15,
              ssrc(random),
              ssrc(random),
              octets(random, 4 * random.nextInt(5)));
      default ->
          new OtherRtcp(
              207 + random.nextInt(10), random.nextInt(32), octets(random, 4 * random.nextInt(5)));
    };
  }

  private static List<ReportBlock> blocks(SplittableRandom random) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      blocks.add(
          new ReportBlock(
              ssrc(random),
              random.nextInt(256),
              random.nextInt(-0x80_0000, 0x80_0000),
              u32(random),
              u32(random),
              u32(random),
              u32(random)));
    }
    return blocks;
  }

  private static Ssrc ssrc(SplittableRandom random) {
    return new Ssrc(u32(random));
  }

  private static long u32(SplittableRandom random) {
    return random.nextLong(1L << 32);
  }

  private static Octets octets(SplittableRandom random, int size) {
    byte[] octets = new byte[size];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
