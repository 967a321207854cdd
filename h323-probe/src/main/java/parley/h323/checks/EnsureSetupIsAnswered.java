package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** A Setup is answered, by whatever message, before the caller's T303 runs out. */
public record EnsureSetupIsAnswered() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.225.0 §7.5");
  }

  private static final long T303_NANOS = 4_000_000_000L;

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "an answer to the Setup within 4 s";
    Optional<Entry.Signal> setup = call.setup();
    if (setup.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    Optional<Entry.Signal> answer = call.signals(Heading.RECEIVED).stream().findFirst();
    if (answer.isEmpty()) {
      return new Outcome.Violated(
          expected, "nothing came", Inspected.messages(1), List.of(setup.get().packet()));
    }
    long took = answer.get().timeNanos() - setup.get().timeNanos();
    return Outcome.of(
        took <= T303_NANOS,
        expected,
        answer.get().message().q931().type() + " after " + took / 1_000_000 + " ms",
        Inspected.messages(2),
        List.of(setup.get().packet(), answer.get().packet()));
  }
}
