package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.SetupUUIE;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** Every message of the candidate that names the call names it as the Setup did. */
public record EnsureCallIdentifierIsKept() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.225.0 §7.6");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "the callIdentifier of the Setup in every message";
    Optional<Octets> ours =
        call.setupBody().flatMap(SetupUUIE::callIdentifier).map(CallIdentifier::guid);
    if (ours.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    long inspected = 0;
    for (Entry.Signal signal : call.signals(Heading.RECEIVED)) {
      Optional<Octets> theirs = CallMessages.body(signal).flatMap(CallMessages::callIdentifier);
      if (theirs.isPresent()) {
        inspected++;
        if (!theirs.equals(ours)) {
          return new Outcome.Violated(
              expected,
              "another one in " + signal.message().q931().type(),
              Inspected.messages(inspected),
              List.of(signal.packet()));
        }
      }
    }
    return inspected == 0
        ? new Outcome.Undecided(expected, "no message of the candidate has one")
        : new Outcome.Satisfied(expected, "so it was", Inspected.messages(inspected), List.of());
  }
}
