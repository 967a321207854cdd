package parley.h323.checks;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityTable;
import parley.h323.h245.RequestMessage;

/** It says what it receives, and that it receives it over IP. */
public record EnsureCapabilitiesAreSent() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.2");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "a capability set with entries and an h2250Capability";
    if (view.answeredIn().isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> sets =
        view.said(Heading.RECEIVED, RequestMessage.TerminalCapabilitySet.class);
    CapabilityTable table = CapabilityTable.EMPTY;
    boolean complete = false;
    for (ControlView.Said<RequestMessage.TerminalCapabilitySet> set : sets) {
      table = table.updatedBy(set.message().value());
      complete |= !table.isEmpty() && table.h2250().isPresent();
    }
    return Outcome.of(
        complete,
        expected,
        sets.isEmpty()
            ? "none came"
            : table.entries().size()
                + " entries, "
                + (table.h2250().isPresent() ? "an" : "no")
                + " h2250Capability",
        Inspected.messages(Math.max(1, sets.size())),
        sets.isEmpty()
            ? List.of(view.answeredIn().get())
            : sets.stream().map(ControlView.Said::packet).toList());
  }
}
