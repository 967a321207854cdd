package parley.h323.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.MediaCapability;
import parley.h323.h245.RequestMessage;

/** It opens channels only for codecs that we said we receive. */
public record EnsureChannelsAreWithinCapabilities() implements Check<ControlView> {
  private static final CapabilityFormats FORMATS = CapabilityFormats.standard();

  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.3");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "channels only for what we said we receive";
    List<String> foreign = new ArrayList<>();
    List<Long> packets = new ArrayList<>();
    int inspected = 0;
    for (ControlView.Said<RequestMessage.OpenLogicalChannel> open :
        view.said(Heading.RECEIVED, RequestMessage.OpenLogicalChannel.class)) {
      Optional<MediaCapability> medium =
          MediaCapability.of(open.message().value().forwardLogicalChannelParameters().dataType());
      if (medium.isPresent() && medium.get().kind() != MediaKind.OTHER) {
        inspected++;
        Format format = FORMATS.format(medium.get(), CapabilityFormats.UNSAID, 0);
        if (!receivable(view, open.packet(), medium.get().kind(), format)) {
          foreign.add(format.codec() + "/" + format.clockRate());
          packets.add(open.packet());
        }
      }
    }
    if (inspected == 0) {
      return new Outcome.Undecided(expected, "it opened no channel");
    }
    return Outcome.of(
        foreign.isEmpty(),
        expected,
        foreign.isEmpty() ? "so it did" : "channels for " + foreign,
        Inspected.messages(inspected),
        packets);
  }

  private static boolean receivable(ControlView view, long before, MediaKind kind, Format format) {
    CapabilityTable table = CapabilityTable.EMPTY;
    for (ControlView.Said<RequestMessage.TerminalCapabilitySet> set :
        view.said(Heading.SENT, RequestMessage.TerminalCapabilitySet.class)) {
      // Whoever has not got a pause yet may still open what stood in the set before it.
      if (set.packet() <= before && !set.message().value().capabilityTable().isEmpty()) {
        table = table.updatedBy(set.message().value());
      }
    }
    return table.receivable(kind, FORMATS).stream()
        .map(CapabilityTable.Receivable::format)
        .anyMatch(ours -> ours.is(format.codec()) && ours.clockRate() == format.clockRate());
  }
}
