package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityTable;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySet;

/** A capability set is acknowledged although there is something unknown in it. */
public record EnsureUnknownCapabilitiesAreTolerated() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §C.3");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "the capability set with unknown capabilities acknowledged";
    Optional<ControlView.Said<RequestMessage.TerminalCapabilitySet>> set =
        view.said(Heading.SENT, RequestMessage.TerminalCapabilitySet.class).stream()
            .filter(each -> UnknownEntries.in(each.message().value()))
            .findFirst();
    if (set.isEmpty()) {
      return new Outcome.Undecided(expected, "we could send no such set");
    }
    int number = set.get().message().value().sequenceNumber();
    boolean acknowledged =
        view.said(Heading.RECEIVED, ResponseMessage.TerminalCapabilitySetAck.class).stream()
            .anyMatch(each -> each.message().value().sequenceNumber() == number);
    Optional<ControlView.Said<ResponseMessage.TerminalCapabilitySetReject>> reject =
        view.said(Heading.RECEIVED, ResponseMessage.TerminalCapabilitySetReject.class).stream()
            .filter(each -> each.message().value().sequenceNumber() == number)
            .findFirst();
    return Outcome.of(
        acknowledged,
        expected,
        acknowledged
            ? "acknowledged"
            : reject.map(each -> "rejected: " + each.message().value().cause()).orElse("no answer"),
        Inspected.messages(1),
        List.of(set.get().packet()));
  }

  private static final class UnknownEntries {
    static boolean in(TerminalCapabilitySet set) {
      boolean outside = false;
      boolean generic = false;
      for (Capability entry : CapabilityTable.of(set).entries().values()) {
        if (entry instanceof Capability.ReceiveAudioCapability(AudioCapability audio)) {
          outside |= audio instanceof AudioCapability.NonStandard;
          generic |= audio instanceof AudioCapability.GenericAudioCapability;
        }
      }
      return outside && generic;
    }
  }
}
