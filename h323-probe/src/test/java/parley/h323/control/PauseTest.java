package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.h323.capability.CapabilityTable;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.TerminalCapabilitySet;

/** The empty capability set (H.323 clause 8.4.6). */
class PauseTest {
  private static Wire wire(Fault... faults) {
    return Wire.of(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(faults),
            7)
        .started();
  }

  @Test
  void anEmptySetHasNeitherTableNorMultiplex() {
    TerminalCapabilitySet empty = CapabilityTable.EMPTY.message(3);
    assertTrue(empty.capabilityTable().isEmpty());
    assertTrue(empty.capabilityDescriptors().isEmpty());
    assertTrue(empty.multiplexCapability().isEmpty());
  }

  @Test
  void whoIsPausedClosesItsChannelsAndKeepsThoseOfTheOther() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.Pause());
    assertEquals(List.of(), wire.right.outgoingChannels());
    assertEquals(2, wire.left.outgoingChannels().size());
    assertEquals(1, wire.right(ControlEvent.Paused.class).size());
    assertTrue(wire.left.capabilitiesAcknowledged());
  }

  @Test
  void whoIsResumedDeterminesMasterAnewAndOpensItsChannels() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.Pause());
    wire.forget();
    wire.leftDoes(new ControlCommand.Resume());
    assertEquals(1, wire.right(ControlEvent.Resumed.class).size());
    assertEquals(2, wire.right.outgoingChannels().size());
    assertEquals(
        1,
        wire.rightSent.stream()
            .filter(
                message ->
                    message
                        instanceof
                        MultimediaSystemControlMessage.Request(
                            RequestMessage.MasterSlaveDetermination _))
            .count());
  }

  @Test
  void aHoldInCoreWordsPausesAndGoesOn() {
    Wire wire = wire();
    wire.leftDoes(
        new ControlCommand.Propose(wire.left.media().withDirection(MediaDirection.SENDONLY)));
    assertEquals(List.of(), wire.left.incomingChannels());
    assertEquals(2, wire.left.outgoingChannels().size());
    assertTrue(!wire.left.agreement().line(MediaKind.AUDIO).orElseThrow().theySend());
    wire.leftDoes(
        new ControlCommand.Propose(wire.left.media().withDirection(MediaDirection.INACTIVE)));
    assertEquals(List.of(), wire.left.outgoingChannels());
    wire.leftDoes(
        new ControlCommand.Propose(wire.left.media().withDirection(MediaDirection.SENDRECV)));
    assertEquals(2, wire.left.outgoingChannels().size());
    assertEquals(2, wire.left.incomingChannels().size());
  }

  @Test
  void whoIgnoresThePauseGoesOnSending() {
    Wire wire = wire(Fault.IGNORES_PAUSE);
    wire.leftDoes(new ControlCommand.Pause());
    assertEquals(2, wire.right.outgoingChannels().size());
  }

  @Test
  void whoStaysPausedOpensNothingAnyMore() {
    Wire wire = wire(Fault.STAYS_PAUSED);
    wire.leftDoes(new ControlCommand.Pause());
    wire.leftDoes(new ControlCommand.Resume());
    assertEquals(List.of(), wire.right.outgoingChannels());
  }
}
