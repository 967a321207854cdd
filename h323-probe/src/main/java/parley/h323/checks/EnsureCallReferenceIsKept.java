package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.q931.Q931Message;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/**
 * Every message of the candidate carries the call reference of the Setup, with the flag of the side
 * that was called.
 */
public record EnsureCallReferenceIsKept() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("Q.931 §4.3");
  }

  @Override
  public Outcome examine(CallMessages call) {
    Optional<Integer> ours = call.setup().map(setup -> setup.message().q931().callReference());
    String expected = "the call reference of the Setup, with the flag set, in every message";
    if (ours.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    long inspected = 0;
    for (Entry.Signal signal : call.signals(Heading.RECEIVED)) {
      Q931Message message = signal.message().q931();
      // Reference 0 means the connection, not the call.
      if (message.callReference() == 0) {
        continue;
      }
      inspected++;
      if (message.callReference() != ours.get() || !message.fromDestination()) {
        return new Outcome.Violated(
            expected,
            message.type()
                + " with reference "
                + message.callReference()
                + (message.fromDestination() ? "" : " and the flag of the caller")
                + " where the Setup has "
                + ours.get(),
            Inspected.messages(inspected),
            List.of(signal.packet()));
      }
    }
    return inspected == 0
        ? new Outcome.Undecided(expected, "no message came")
        : new Outcome.Satisfied(expected, "so it was", Inspected.messages(inspected), List.of());
  }
}
