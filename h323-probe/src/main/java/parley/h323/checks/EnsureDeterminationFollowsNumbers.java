package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.MasterSlaveDetermination;
import parley.h323.h245.MasterSlaveDeterminationAck;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/**
 * Its acknowledgement makes master whom terminal types and numbers make master; where it never told
 * its numbers, it at least does not claim of both sides the same.
 */
public record EnsureDeterminationFollowsNumbers() implements Check<ControlView> {
  private static final int CIRCLE = 1 << 24;

  @Override
  public Clause clause() {
    return Clause.of("H.245 §C.2.1");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "an acknowledgement that says of us what the numbers say";
    Optional<ControlView.Said<ResponseMessage.MasterSlaveDeterminationAck>> ack =
        view.first(Heading.RECEIVED, ResponseMessage.MasterSlaveDeterminationAck.class);
    if (ack.isEmpty()) {
      return new Outcome.Undecided(expected, "no acknowledgement came");
    }
    Optional<Boolean> weAre =
        compare(
                last(view, Heading.SENT, ack.get().packet()),
                last(view, Heading.RECEIVED, ack.get().packet()))
            .or(() -> ours(view));
    if (weAre.isEmpty()) {
      return new Outcome.Undecided(expected, "the numbers decide nothing");
    }
    boolean said =
        ack.get().message().value().decision()
            instanceof MasterSlaveDeterminationAck.Decision.Master;
    return Outcome.of(
        said == weAre.get(),
        expected,
        "it says that we are "
            + (said ? "master" : "slave")
            + "; we are "
            + (weAre.get() ? "master" : "slave"),
        Inspected.messages(2),
        List.of(ack.get().packet()));
  }

  private static Optional<MasterSlaveDetermination> last(
      ControlView view, Heading heading, long before) {
    return view.said(heading, RequestMessage.MasterSlaveDetermination.class).stream()
        .filter(each -> each.packet() <= before)
        .reduce((first, second) -> second)
        .map(each -> each.message().value());
  }

  private static Optional<Boolean> compare(
      Optional<MasterSlaveDetermination> ours, Optional<MasterSlaveDetermination> theirs) {
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    if (ours.get().terminalType() != theirs.get().terminalType()) {
      return Optional.of(ours.get().terminalType() > theirs.get().terminalType());
    }
    int ahead =
        Math.floorMod(
            theirs.get().statusDeterminationNumber() - ours.get().statusDeterminationNumber(),
            CIRCLE);
    return ahead == 0 || ahead == CIRCLE / 2 ? Optional.empty() : Optional.of(ahead < CIRCLE / 2);
  }

  /** What we said of the other side, turned round. */
  private static Optional<Boolean> ours(ControlView view) {
    return view.first(Heading.SENT, ResponseMessage.MasterSlaveDeterminationAck.class)
        .map(
            each ->
                each.message().value().decision()
                    instanceof MasterSlaveDeterminationAck.Decision.Slave);
  }
}
