package parley.core.suite.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/** The candidate sends only payload types that our side of the agreement lists. */
public record EnsureOnlyAgreedPayloadTypes() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "only payload types that were agreed";
    long inspected = 0;
    List<Long> packets = new ArrayList<>();
    Set<String> strange = new java.util.TreeSet<>();
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      Set<Integer> agreed = agreed(view, kind);
      for (MediaFlow.Arrival packet : view.received(kind)) {
        inspected++;
        if (!agreed.contains(packet.rtp().payloadType())) {
          strange.add(Integer.toString(packet.rtp().payloadType()));
          packets.add(packet.number());
        }
      }
    }
    if (inspected == 0) {
      return new Outcome.Undecided(expected, "the candidate sent no media");
    }
    return Outcome.of(
        strange.isEmpty(),
        expected,
        strange.isEmpty()
            ? "all " + inspected + " packets"
            : packets.size() + " packets of payload type " + String.join(", ", strange),
        Inspected.packets(inspected),
        packets.stream().limit(5).toList());
  }

  private static Set<Integer> agreed(CallView view, MediaKind kind) {
    Set<Integer> types = new HashSet<>();
    for (CallEvent.Agreed agreement : view.call().all(CallEvent.Agreed.class)) {
      for (MediaAgreement.Line line : agreement.agreement().lines()) {
        if (line.kind() == kind && line.accepted()) {
          line.theyMaySend().stream().map(Format::payloadType).forEach(types::add);
        }
      }
    }
    return types;
  }
}
