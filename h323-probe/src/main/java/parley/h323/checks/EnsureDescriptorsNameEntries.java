package parley.h323.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityTable;
import parley.h323.h245.RequestMessage;

/** Its capability descriptors name only entries that its capability table has. */
public record EnsureDescriptorsNameEntries() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.2.2.2");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "descriptors that name entries of the table";
    List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> sets =
        view.said(Heading.RECEIVED, RequestMessage.TerminalCapabilitySet.class);
    if (sets.isEmpty()) {
      return new Outcome.Undecided(expected, "no capability set came");
    }
    CapabilityTable table = CapabilityTable.EMPTY;
    Set<Integer> undefined = new TreeSet<>();
    List<Long> packets = new ArrayList<>();
    for (ControlView.Said<RequestMessage.TerminalCapabilitySet> set : sets) {
      table = table.updatedBy(set.message().value());
      if (!table.undefined().isEmpty()) {
        undefined.addAll(table.undefined());
        packets.add(set.packet());
      }
    }
    return Outcome.of(
        undefined.isEmpty(),
        expected,
        undefined.isEmpty() ? "so they do" : "no entry has the numbers " + undefined,
        Inspected.messages(sets.size()),
        packets.isEmpty() ? List.of(sets.getFirst().packet()) : packets);
  }
}
