package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;
import parley.core.wire.Octets;

/**
 * Every media packet of one kind from the candidate comes where a key was agreed, and what is on
 * the wire shows nothing to whoever has no key: its octets are spread as evenly as a cipher's.
 */
public record EnsureMediaIsProtected(MediaKind kind) implements Check<CaseRecord> {
  private static final int SHOWN = 5;

  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.235.6 §9");
  }

  @Override
  public String name() {
    return switch (kind) {
      case AUDIO -> "EnsureAudioIsProtected";
      case VIDEO -> "EnsureVideoIsProtected";
      case CONTENT -> "EnsureContentIsProtected";
      case OTHER -> "EnsureDataIsProtected";
    };
  }

  @Override
  public Outcome examine(CaseRecord record) {
    String what = kind.name().toLowerCase(Locale.ROOT);
    String expected =
        "every "
            + what
            + " packet of the candidate under an agreed key, chi-square of its octets at most "
            + EvenSpread.MOST;
    CallView view = record.firstOutgoing();
    Optional<CallEvent.Answered> answered = view.answered();
    if (answered.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<MediaFlow.Arrival> came = view.received(kind);
    List<Long> numbers = numbers(view, came);
    if (numbers.isEmpty()) {
      return new Outcome.Violated(
          expected,
          "no " + what + " packet came",
          Inspected.messages(1),
          List.of(answered.get().packet()));
    }
    Inspected inspected = Inspected.packets(numbers.size());
    List<Long> clear =
        came.stream()
            .filter(packet -> packet.protection().isEmpty())
            .map(MediaFlow.Arrival::number)
            .toList();
    if (!clear.isEmpty()) {
      return new Outcome.Violated(
          expected,
          clear.size() + " of " + numbers.size() + " packets came where no key was agreed",
          inspected,
          clear.stream().limit(SHOWN).toList());
    }
    EvenSpread spread = new EvenSpread();
    numbers.forEach(number -> spread.add(payload(record, number)));
    if (!spread.tells()) {
      return new Outcome.Undecided(
          expected, "less than " + EvenSpread.LEAST_OCTETS + " octets came, too few to tell");
    }
    return Outcome.of(
        spread.even(),
        expected,
        numbers.size() + " packets, " + spread,
        inspected,
        List.of(numbers.getFirst()));
  }

  private List<Long> numbers(CallView view, List<MediaFlow.Arrival> came) {
    return Stream.concat(
            came.stream().map(MediaFlow.Arrival::number),
            view.unreadable().stream()
                .filter(each -> each.heading() == Heading.RECEIVED && each.kind() == kind)
                .map(CallView.Unreadable::number))
        .sorted()
        .toList();
  }

  /** As it was on the wire. */
  private static Octets payload(CaseRecord record, long number) {
    return record.packets().get((int) number - 1) instanceof Packet.Datagram datagram
        ? RtpPacket.decode(datagram.payload())
            .packetIfAny()
            .map(RtpPacket::payload)
            .orElse(Octets.EMPTY)
        : Octets.EMPTY;
  }
}
