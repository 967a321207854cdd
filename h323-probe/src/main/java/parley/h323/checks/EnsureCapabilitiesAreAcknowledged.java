package parley.h323.checks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** It acknowledges each capability set of ours. */
public record EnsureCapabilitiesAreAcknowledged() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §C.3");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "each of our capability sets acknowledged by its number";
    List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> sets =
        view.said(Heading.SENT, RequestMessage.TerminalCapabilitySet.class);
    if (sets.isEmpty()) {
      return new Outcome.Undecided(expected, "we could send none");
    }
    Set<Integer> acknowledged =
        view.said(Heading.RECEIVED, ResponseMessage.TerminalCapabilitySetAck.class).stream()
            .map(each -> each.message().value().sequenceNumber())
            .collect(Collectors.toCollection(TreeSet::new));
    List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> open =
        sets.stream()
            .filter(set -> !acknowledged.contains(set.message().value().sequenceNumber()))
            .toList();
    return Outcome.of(
        open.isEmpty(),
        expected,
        open.isEmpty() ? "so it was" : open.size() + " of " + sets.size() + " were not",
        Inspected.messages(sets.size()),
        (open.isEmpty() ? sets : open).stream().map(ControlView.Said::packet).toList());
  }
}
