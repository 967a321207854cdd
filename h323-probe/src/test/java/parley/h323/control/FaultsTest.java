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
import parley.h323.h245.AudioCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.CommunicationModeRequest;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.ModeElement;
import parley.h323.h245.ModeElementType;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.NonStandardIdentifier;
import parley.h323.h245.NonStandardMessage;
import parley.h323.h245.NonStandardParameter;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySet;
import parley.h323.per.ObjectIdentifier;

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
    wire.leftDoes(new ControlCommand.RequestCapabilities());
    wire.leftDoes(new ControlCommand.SendUserInput(new UserInput.Text("1")));
    unusual().forEach(message -> wire.leftDoes(new ControlCommand.SendMessage(message)));
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

  /** What no procedure of the session sends, and another's may. */
  private static List<MultimediaSystemControlMessage> unusual() {
    NonStandardParameter foreign =
        NonStandardParameter.with()
            .nonStandardIdentifier(new NonStandardIdentifier.Object(ObjectIdentifier.of("2.25.1")))
            .data(Octets.ofHex("0102"))
            .build();
    return List.of(
        new MultimediaSystemControlMessage.Indication(
            new IndicationMessage.NonStandard(
                NonStandardMessage.with().nonStandardData(foreign).build())),
        new MultimediaSystemControlMessage.Request(
            new RequestMessage.GenericRequest(
                GenericMessage.with()
                    .messageIdentifier(
                        new CapabilityIdentifier.Standard(ObjectIdentifier.of("2.25.2")))
                    .build())),
        video(new MiscellaneousCommand.Type.VideoFreezePicture()),
        video(
            MiscellaneousCommand.Type.VideoFastUpdateGOB.with()
                .firstGOB(0)
                .numberOfGOBs(1)
                .build()),
        new MultimediaSystemControlMessage.Response(
            new ResponseMessage.OpenLogicalChannelReject(
                OpenLogicalChannelReject.with()
                    .forwardLogicalChannelNumber(101)
                    .cause(new OpenLogicalChannelReject.Cause.Unspecified())
                    .build())),
        new MultimediaSystemControlMessage.Request(
            new RequestMessage.TerminalCapabilitySet(
                TerminalCapabilitySet.with()
                    .sequenceNumber(77)
                    .protocolIdentifier(ObjectIdentifier.of("0.0.8.245.0.13"))
                    .capabilityTable(
                        List.of(
                            new CapabilityTableEntry(
                                1,
                                Optional.of(
                                    new Capability.ReceiveAudioCapability(
                                        new AudioCapability.NonStandard(foreign))))))
                    .build())));
  }

  private static MultimediaSystemControlMessage video(MiscellaneousCommand.Type type) {
    return new MultimediaSystemControlMessage.Command(
        new CommandMessage.MiscellaneousCommand(
            MiscellaneousCommand.with().logicalChannelNumber(102).type(type).build()));
  }

  private static ControlConfiguration configuration(String host, int type) {
    return ControlConfiguration.builder(Ours.withContent(Ours.audioAndVideo(host), host))
        .features(TerminalFeatures.plain().withContent())
        .terminalType(type)
        .build();
  }
}
