package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.rtp.RtpPacket;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.wire.Octets;

/**
 * What the candidate sends of one kind shows nothing to whoever has no key: its octets are spread
 * as evenly as those of a cipher, all of them and those that begin a packet. Coded speech comes
 * near the first by chance, and no codec near the second: its headers say the same again and again.
 * This asks the wire alone, whatever was agreed.
 */
public record EnsureMediaHidesItsContent(MediaKind kind) implements Check<CaseRecord> {
  private static final int VALUES = 256;

  /** Fewer say nothing: each value ought to come five times at least. */
  private static final int LEAST_OCTETS = 5 * VALUES;

  /**
   * The most that chi-square with 255 degrees of freedom comes to. Mean 255, deviation 22.6: a
   * cipher exceeds this by chance less than once in a million million calls.
   */
  private static final double MOST = 500;

  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.235.6 §9");
  }

  @Override
  public String name() {
    return switch (kind) {
      case AUDIO -> "EnsureAudioHidesItsContent";
      case VIDEO -> "EnsureVideoHidesItsContent";
      case CONTENT -> "EnsureShownContentIsHidden";
      case OTHER -> "EnsureDataHidesItsContent";
    };
  }

  @Override
  public Outcome examine(CaseRecord record) {
    String expected =
        "octets of "
            + kind.name().toLowerCase(Locale.ROOT)
            + " on the wire spread evenly, and those that begin a packet, chi-square at most "
            + Math.round(MOST);
    CallView view = record.firstOutgoing();
    List<Long> numbers =
        java.util.stream.Stream.concat(
                view.received(kind).stream().map(packet -> packet.number()),
                view.unreadable().stream()
                    .filter(each -> each.heading() == Heading.RECEIVED && each.kind() == kind)
                    .map(CallView.Unreadable::number))
            .sorted()
            .toList();
    long[] counts = new long[VALUES];
    long[] first = new long[VALUES];
    long octets = 0;
    for (Long number : numbers) {
      Octets payload = payload(record, number);
      for (int i = 0; i < payload.length(); i++) {
        counts[payload.u8(i)]++;
      }
      octets += payload.length();
      if (!payload.isEmpty()) {
        first[payload.u8(0)]++;
      }
    }
    if (octets < LEAST_OCTETS) {
      return new Outcome.Undecided(
          expected, octets + " octets came, too few to tell (" + LEAST_OCTETS + ")");
    }
    double all = chiSquare(counts, octets);
    double beginning = chiSquare(first, numbers.size());
    return Outcome.of(
        all <= MOST && beginning <= MOST,
        expected,
        Math.round(all)
            + " over "
            + octets
            + " octets, "
            + Math.round(beginning)
            + " over the first of "
            + numbers.size()
            + " packets",
        Inspected.packets(numbers.size()),
        List.of(numbers.getFirst()));
  }

  private static Octets payload(CaseRecord record, long number) {
    return record.packets().get((int) number - 1) instanceof Packet.Datagram datagram
        ? RtpPacket.decode(datagram.payload())
            .packetIfAny()
            .map(RtpPacket::payload)
            .orElse(Octets.EMPTY)
        : Octets.EMPTY;
  }

  private static double chiSquare(long[] counts, long all) {
    double expected = (double) all / VALUES;
    double sum = 0;
    for (long count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
