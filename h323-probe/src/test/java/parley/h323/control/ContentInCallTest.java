package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaKind;
import parley.h323.capability.ContentRole;
import parley.h323.capability.TerminalFeatures;
import parley.h323.content.ContentToken;
import parley.h323.control.ControlBehaviour.Fault;

/** Content beside people's video (H.239). */
class ContentInCallTest {
  private static Wire wire(boolean leftIsMaster, Fault... faults) {
    return Wire.of(
            configuration("192.0.2.1", leftIsMaster ? 190 : 50),
            ControlBehaviour.correct(),
            configuration("192.0.2.2", leftIsMaster ? 50 : 190),
            ControlBehaviour.with(faults),
            5)
        .started();
  }

  private static ControlConfiguration configuration(String host, int type) {
    return ControlConfiguration.builder(Ours.withContent(Ours.audioAndVideo(host), host))
        .features(TerminalFeatures.plain().withContent())
        .terminalType(type)
        .build();
  }

  @Test
  void theChannelOpensWhenTheTokenIsGranted() {
    Wire wire = wire(true);
    assertTrue(wire.left.agreement().line(MediaKind.CONTENT).isEmpty());
    wire.leftDoes(new ControlCommand.ShowContent());
    LogicalChannel content = wire.right.incomingChannels().getLast();
    assertEquals(MediaKind.CONTENT, content.kind());
    assertEquals(Optional.of(ContentRole.PRESENTATION), content.role());
    assertEquals(32, content.sessionId());
    assertEquals(98, content.format().payloadType());
    assertEquals(ContentToken.State.OURS, wire.left.contentToken());
    assertEquals(ContentToken.State.THEIRS, wire.right.contentToken());
    assertTrue(wire.left.agreement().line(MediaKind.CONTENT).orElseThrow().weSend());
  }

  @Test
  void theSlaveAsksTheMasterForASession() {
    Wire wire = wire(false);
    wire.leftDoes(new ControlCommand.ShowContent());
    assertEquals(0, wire.left(ControlEvent.ChannelOffered.class).getLast().channel().sessionId());
    assertEquals(32, wire.left.outgoingChannels().getLast().sessionId());
    assertEquals(32, wire.right.incomingChannels().getLast().sessionId());
  }

  @Test
  void whoeverAsksLaterTakesTheTokenOver() {
    Wire wire = wire(true);
    wire.leftDoes(new ControlCommand.ShowContent());
    wire.rightDoes(new ControlCommand.ShowContent());
    assertEquals(2, wire.left.outgoingChannels().size());
    assertEquals(3, wire.right.outgoingChannels().size());
    assertEquals(1, wire.left(ControlEvent.ContentTaken.class).size());
  }

  @Test
  void whoStopsClosesAndReleases() {
    Wire wire = wire(true);
    wire.leftDoes(new ControlCommand.ShowContent());
    wire.leftDoes(new ControlCommand.StopContent());
    assertEquals(2, wire.right.incomingChannels().size());
    assertEquals(1, wire.right(ControlEvent.ContentReleased.class).size());
    assertEquals(ContentToken.State.NOBODY, wire.right.contentToken());
    wire.leftDoes(new ControlCommand.ShowContent());
    assertEquals(3, wire.left.outgoingChannels().size());
  }

  @Test
  void whoGetsNoAnswerDoesNotShow() {
    Wire wire = wire(true, Fault.IGNORES_CONTENT);
    wire.leftDoes(new ControlCommand.ShowContent());
    assertEquals(2, wire.left.outgoingChannels().size());
    wire.pass(11_000_000_000L);
    assertEquals(1, wire.left(ControlEvent.ContentRefused.class).size());
  }

  @Test
  void showingWithoutTokenIsSeen() {
    Wire wire = wire(true, Fault.SHOWS_WITHOUT_TOKEN);
    wire.rightDoes(new ControlCommand.ShowContent());
    assertEquals(MediaKind.CONTENT, wire.left.incomingChannels().getLast().kind());
    assertEquals(List.of(), wire.left(ControlEvent.ContentMessageReceived.class));
  }

  @Test
  void whoDoesNotKnowIsNotAsked() {
    Wire wire =
        Wire.of(
                configuration("192.0.2.1", 50),
                ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")))
            .started();
    wire.leftDoes(new ControlCommand.ShowContent());
    assertEquals(1, wire.left(ControlEvent.ContentRefused.class).size());
    assertEquals(List.of(), wire.right(ControlEvent.ContentMessageReceived.class));
  }

  @Test
  void whoCannotShowKeepsNoToken() {
    // The other side knows H.239 and receives no content.
    Wire wire =
        Wire.of(
                configuration("192.0.2.1", 50),
                ControlConfiguration.builder(Ours.audioAndVideo("192.0.2.2"))
                    .features(TerminalFeatures.plain().withContent())
                    .build())
            .started();
    wire.leftDoes(new ControlCommand.ShowContent());
    assertEquals(ContentToken.State.NOBODY, wire.left.contentToken());
    assertEquals(ContentToken.State.NOBODY, wire.right.contentToken());
    assertEquals(1, wire.left(ControlEvent.ContentRefused.class).size());
  }
}
