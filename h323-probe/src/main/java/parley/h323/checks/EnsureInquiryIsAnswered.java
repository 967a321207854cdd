package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** A Status Inquiry is answered with a Status before T322 runs out. */
public record EnsureInquiryIsAnswered() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("Q.931 §5.8.10");
  }

  private static final long T322_NANOS = 4_000_000_000L;

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "a Status within 4 s of the inquiry";
    Optional<Entry.Signal> asked = call.first(Heading.SENT, MessageType.STATUS_ENQUIRY);
    if (asked.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to ask");
    }
    Optional<Entry.Signal> answer = answer(call, asked.get());
    if (answer.isEmpty()) {
      return new Outcome.Violated(
          expected, "no Status", Inspected.messages(1), List.of(asked.get().packet()));
    }
    long took = answer.get().timeNanos() - asked.get().timeNanos();
    return Outcome.of(
        took <= T322_NANOS,
        expected,
        "a Status after " + took / 1_000_000 + " ms",
        Inspected.messages(2),
        List.of(asked.get().packet(), answer.get().packet()));
  }

  static Optional<Entry.Signal> answer(CallMessages call, Entry.Signal asked) {
    return call.signals(Heading.RECEIVED).stream()
        .filter(each -> each.packet() > asked.packet())
        .filter(each -> each.message().q931().type().equals(MessageType.STATUS))
        .findFirst();
  }
}
