package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.h323.h225.ConnectUUIE;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.SetupUUIE;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/**
 * A call that begins a conference stays in it: Connect and Facility carry the conferenceID of the
 * Setup.
 */
public record EnsureConferenceIsKept() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.225.0 §7.6");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "the conferenceID of the Setup in every message that has one";
    Optional<Octets> ours = call.setupBody().map(SetupUUIE::conferenceID);
    if (ours.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    long inspected = 0;
    for (Entry.Signal signal : call.signals(Heading.RECEIVED)) {
      Optional<H323MessageBody> body = CallMessages.body(signal);
      if (body.filter(EnsureConferenceIsKept::ofAnMcu).isPresent()) {
        return new Outcome.Undecided(expected, "a multipoint controller answered");
      }
      Optional<Octets> theirs = body.flatMap(EnsureConferenceIsKept::conference);
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

  /** Who holds conferences may put the caller into one that is there already. */
  private static boolean ofAnMcu(H323MessageBody body) {
    return body instanceof H323MessageBody.Connect(ConnectUUIE connect)
        && (connect.destinationInfo().mc() || connect.destinationInfo().mcu().isPresent());
  }

  private static Optional<Octets> conference(H323MessageBody body) {
    return switch (body) {
      case H323MessageBody.Connect(var connect) -> Optional.of(connect.conferenceID());
      case H323MessageBody.Facility(var facility) -> facility.conferenceID();
      default -> Optional.empty();
    };
  }
}
