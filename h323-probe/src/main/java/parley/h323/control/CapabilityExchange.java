package parley.h323.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.h323.capability.CapabilityTable;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySet;
import parley.h323.h245.TerminalCapabilitySetAck;
import parley.h323.h245.TerminalCapabilitySetReject;
import parley.h323.h245.TerminalCapabilitySetRelease;

/** What both sides can do (H.245 clause 8.3): one exchange in each direction. */
final class CapabilityExchange {
  /** An entry that no table of ours has. */
  private static final int UNDEFINED = 65_000;

  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final Deadline timer = new Deadline();
  private int sequence;
  private boolean acknowledged;
  private CapabilityTable ours = CapabilityTable.EMPTY;
  private Optional<CapabilityTable> theirs = Optional.empty();

  CapabilityExchange(ControlConfiguration configuration, ControlBehaviour behaviour, Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
  }

  Deadline timer() {
    return timer;
  }

  /** What we said last. */
  CapabilityTable ours() {
    return ours;
  }

  boolean acknowledged() {
    return acknowledged;
  }

  /** What the other side said last; empty before it said anything. */
  Optional<CapabilityTable> theirs() {
    return theirs;
  }

  void send(CapabilityTable table, long now) {
    ours = table;
    if (behaviour.is(Fault.SENDS_NO_CAPABILITIES)) {
      return;
    }
    sequence = sequence % 255 + 1;
    acknowledged = false;
    timer.start(now, configuration.timers().capabilities());
    CapabilityTable said =
        behaviour.is(Fault.DESCRIBES_UNDEFINED_ENTRIES) && !table.isEmpty()
            ? withUndefined(table)
            : table;
    out.send(new RequestMessage.TerminalCapabilitySet(said.message(sequence)));
  }

  private static CapabilityTable withUndefined(CapabilityTable table) {
    List<CapabilityTable.Descriptor> more = new ArrayList<>(table.descriptors());
    more.add(new CapabilityTable.Descriptor(more.size(), List.of(List.of(UNDEFINED))));
    return new CapabilityTable(table.entries(), more, table.multiplex());
  }

  private boolean rejects(TerminalCapabilitySet set) {
    return behaviour.is(Fault.REJECTS_CAPABILITIES)
        || (behaviour.is(Fault.REJECTS_UNKNOWN_CAPABILITIES)
            && CapabilityTable.of(set).entries().values().stream()
                .anyMatch(
                    each ->
                        each
                            instanceof
                            Capability.ReceiveAudioCapability(AudioCapability.NonStandard _)));
  }

  /** Takes a set and answers it. Returns false where it was rejected or ignored. */
  boolean received(TerminalCapabilitySet set) {
    if (behaviour.is(Fault.IGNORES_CAPABILITIES)) {
      return false;
    }
    if (rejects(set)) {
      out.send(
          new ResponseMessage.TerminalCapabilitySetReject(
              TerminalCapabilitySetReject.with()
                  .sequenceNumber(set.sequenceNumber())
                  .cause(new TerminalCapabilitySetReject.Cause.Unspecified())
                  .build()));
      return false;
    }
    CapabilityTable table = theirs.orElse(CapabilityTable.EMPTY).updatedBy(set);
    theirs = Optional.of(table);
    out.send(
        new ResponseMessage.TerminalCapabilitySetAck(
            TerminalCapabilitySetAck.with().sequenceNumber(set.sequenceNumber()).build()));
    out.tell(new ControlEvent.CapabilitiesReceived(table));
    return true;
  }

  boolean acknowledged(int number) {
    if (number != sequence || acknowledged) {
      return false;
    }
    acknowledged = true;
    timer.stop();
    out.tell(new ControlEvent.CapabilitiesAcknowledged());
    return true;
  }

  boolean rejected(TerminalCapabilitySetReject reject) {
    if (reject.sequenceNumber() != sequence || acknowledged) {
      return false;
    }
    timer.stop();
    out.tell(new ControlEvent.CapabilitiesRejected(reject.cause()));
    return true;
  }

  void tick(long now) {
    if (timer.hasPassed(now)) {
      out.send(
          new IndicationMessage.TerminalCapabilitySetRelease(
              TerminalCapabilitySetRelease.with().build()));
      out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.CAPABILITY_EXCHANGE));
    }
  }
}
