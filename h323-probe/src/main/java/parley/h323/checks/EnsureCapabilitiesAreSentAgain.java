package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.RequestMessage;

/** Asked to say again what it can do, it sends its capability set. */
public record EnsureCapabilitiesAreSentAgain() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.13");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "a capability set after sendTerminalCapabilitySet";
    Optional<ControlView.Said<CommandMessage.SendTerminalCapabilitySet>> command =
        view.first(Heading.SENT, CommandMessage.SendTerminalCapabilitySet.class);
    if (command.isEmpty()) {
      return new Outcome.Undecided(expected, "we could not ask");
    }
    List<Long> sets =
        view.said(Heading.RECEIVED, RequestMessage.TerminalCapabilitySet.class).stream()
            .filter(set -> set.timeNanos() >= command.get().timeNanos())
            .map(ControlView.Said::packet)
            .toList();
    return Outcome.of(
        !sets.isEmpty(),
        expected,
        sets.isEmpty() ? "none came" : "it came",
        Inspected.messages(1 + sets.size()),
        sets.isEmpty() ? List.of(command.get().packet()) : sets);
  }
}
