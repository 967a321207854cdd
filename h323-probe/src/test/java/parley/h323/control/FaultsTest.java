package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.MediaKind;
import parley.core.wire.Octets;
import parley.h323.capability.TerminalFeatures;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CommunicationModeRequest;
import parley.h323.h245.ModeElement;
import parley.h323.h245.ModeElementType;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;

/** Every deliberate fault can be seen from the other side, and none stops the other session. */
class FaultsTest {
  @ParameterizedTest
  @EnumSource(Fault.class)
  void showsOnTheWire(Fault fault) {
    assertNotEquals(story(), story(fault));
  }

  @Test
  void theSameCallTwiceIsTheSame() {
    assertEquals(story(), story());
  }

  /** All that the faulty side sends in a call in which everything is done once. */
  private static List<Octets> story(Fault... faults) {
    Wire wire =
        Wire.of(
            configuration("192.0.2.1", 190),
            ControlBehaviour.correct(),
            configuration("192.0.2.2", 50),
            ControlBehaviour.with(faults),
            23);
    wire.started();
    wire.leftDoes(new ControlCommand.MeasureRoundTrip());
    wire.leftDoes(
        new ControlCommand.RequestModes(
            List.of(
                List.of(
                    ModeElement.with()
                        .type(new ModeElementType.AudioMode(new parley.h323.h245.AudioMode.G728()))
                        .build()))));
    wire.leftDoes(
        new ControlCommand.SendMessage(
            new MultimediaSystemControlMessage.Request(
                new RequestMessage.CommunicationModeRequest(
                    CommunicationModeRequest.with().build()))));
    wire.leftDoes(new ControlCommand.RequestIntra(102, new IntraScope.Picture()));
    wire.leftDoes(new ControlCommand.LimitRate(Optional.empty(), Optional.of(64_000L)));
    wire.leftDoes(new ControlCommand.ShowContent());
    wire.leftDoes(new ControlCommand.StopContent());
    wire.rightDoes(new ControlCommand.ShowContent());
    wire.rightDoes(new ControlCommand.StopContent());
    wire.leftDoes(new ControlCommand.Pause());
    wire.leftDoes(new ControlCommand.Resume());
    wire.left
        .incoming
        .of(MediaKind.AUDIO)
        .ifPresent(channel -> wire.leftDoes(new ControlCommand.RequestClose(channel.number())));
    wire.left
        .outgoing
        .of(MediaKind.VIDEO)
        .ifPresent(channel -> wire.leftDoes(new ControlCommand.Close(channel.number())));
    wire.pass(20_000_000_000L);
    wire.leftDoes(new ControlCommand.End());
    List<Octets> sent = new ArrayList<>();
    wire.rightSent.forEach(message -> sent.add(message.encode()));
    // What it does with the picture and the rate is seen in its media; here in what it is told.
    wire.rightEvents.stream()
        .filter(
            event ->
                event instanceof ControlEvent.IntraRequested
                    || event instanceof ControlEvent.FlowControlled)
        .forEach(
            event ->
                sent.add(Octets.ofText(event.toString(), java.nio.charset.StandardCharsets.UTF_8)));
    return sent;
  }

  private static ControlConfiguration configuration(String host, int type) {
    return ControlConfiguration.builder(Ours.withContent(Ours.audioAndVideo(host), host))
        .features(TerminalFeatures.plain().withContent())
        .terminalType(type)
        .build();
  }
}
