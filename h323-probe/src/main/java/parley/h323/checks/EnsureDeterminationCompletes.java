package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** It takes part in the determination of master and slave up to its acknowledgement. */
public record EnsureDeterminationCompletes() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §C.2");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "a MasterSlaveDeterminationAck";
    Optional<ControlView.Said<RequestMessage.MasterSlaveDetermination>> ours =
        view.first(Heading.SENT, RequestMessage.MasterSlaveDetermination.class);
    if (ours.isEmpty()) {
      return new Outcome.Undecided(expected, "we could ask for no determination");
    }
    Optional<ControlView.Said<ResponseMessage.MasterSlaveDeterminationAck>> ack =
        view.first(Heading.RECEIVED, ResponseMessage.MasterSlaveDeterminationAck.class);
    return Outcome.of(
        ack.isPresent(),
        expected,
        ack.isPresent() ? "one came" : "none came",
        Inspected.messages(1),
        List.of(ack.map(ControlView.Said::packet).orElse(ours.get().packet())));
  }
}
