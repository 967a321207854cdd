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
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** The Release Complete of the candidate carries the callIdentifier of the call it ends. */
public record EnsureReleaseNamesTheCall() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.225.0 §7.3.9");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "the callIdentifier of the Setup in the Release Complete";
    Optional<Entry.Signal> release = call.first(Heading.RECEIVED, MessageType.RELEASE_COMPLETE);
    if (release.isEmpty()) {
      return new Outcome.Undecided(expected, "the candidate sent none");
    }
    Optional<Octets> ours =
        call.setupBody().flatMap(SetupUUIE::callIdentifier).map(CallIdentifier::guid);
    Optional<Octets> theirs =
        CallMessages.body(release.get()).flatMap(CallMessages::callIdentifier);
    return Outcome.of(
        theirs.isPresent() && theirs.equals(ours),
        expected,
        theirs.isEmpty() ? "none" : theirs.equals(ours) ? "so it was" : "another one",
        Inspected.messages(1),
        List.of(release.get().packet()));
  }
}
