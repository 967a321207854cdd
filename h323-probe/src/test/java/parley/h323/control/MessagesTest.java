package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.capability.Manufacturer;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.CommunicationModeRequest;
import parley.h323.h245.ConferenceRequest;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MaintenanceLoopRequest;
import parley.h323.h245.ModeElement;
import parley.h323.h245.ModeElementType;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.NonStandardMessage;
import parley.h323.h245.NonStandardParameter;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySetAck;
import parley.h323.per.ObjectIdentifier;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/** What is said in a call beside capabilities and channels. */
class MessagesTest {
  private static Wire wire(Fault... faults) {
    Wire wire =
        Wire.of(
                ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
                ControlBehaviour.correct(),
                ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
                ControlBehaviour.with(faults),
                11)
            .started();
    wire.forget();
    return wire;
  }

  @Test
  void anIntraPictureIsAskedForInWholeOrInParts() {
    Wire wire = wire();
    int video = wire.left.incomingChannels().getLast().number();
    for (IntraScope scope :
        List.of(
            new IntraScope.Picture(),
            new IntraScope.GroupsOfBlocks(3, 5),
            new IntraScope.Macroblocks(Optional.of(2), Optional.of(7), 40))) {
      wire.leftDoes(new ControlCommand.RequestIntra(video, scope));
      assertEquals(
          new ControlEvent.IntraRequested(video, scope),
          wire.right(ControlEvent.IntraRequested.class).getLast());
    }
    Wire deaf = wire(Fault.IGNORES_FAST_UPDATE);
    deaf.leftDoes(new ControlCommand.RequestIntra(video, new IntraScope.Picture()));
    assertEquals(List.of(), deaf.right(ControlEvent.IntraRequested.class));
  }

  @Test
  void aRateIsLimitedForOneChannelOrForAllAndFreedAgain() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.LimitRate(Optional.of(102), Optional.of(128_050L)));
    wire.leftDoes(new ControlCommand.LimitRate(Optional.empty(), Optional.of(0L)));
    wire.leftDoes(new ControlCommand.LimitRate(Optional.empty(), Optional.empty()));
    assertEquals(
        List.of(
            new ControlEvent.FlowControlled(Optional.of(102), Optional.of(128_100L)),
            new ControlEvent.FlowControlled(Optional.empty(), Optional.of(0L)),
            new ControlEvent.FlowControlled(Optional.empty(), Optional.empty())),
        wire.right(ControlEvent.FlowControlled.class));
  }

  @Test
  void digitsAreHeardAsTheyAreTyped() {
    Wire wire = wire();
    List<UserInput> typed =
        List.of(
            new UserInput.Text("12#"),
            new UserInput.Signal('5', Optional.of(160)),
            new UserInput.Signal('!', Optional.empty()),
            new UserInput.SignalUpdate(200));
    typed.forEach(input -> wire.leftDoes(new ControlCommand.SendUserInput(input)));
    assertEquals(
        typed.stream().map(ControlEvent.UserInputReceived::new).toList(),
        wire.right(ControlEvent.UserInputReceived.class));
  }

  @Test
  void aRoundTripIsMeasuredInTheCallersTime() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.MeasureRoundTrip());
    assertEquals(
        2_000_000, wire.left(ControlEvent.RoundTripMeasured.class).getFirst().nanoseconds());
    Wire deaf = wire(Fault.IGNORES_ROUND_TRIP);
    deaf.leftDoes(new ControlCommand.MeasureRoundTrip());
    assertTrue(deaf.left.nextDeadline().isPresent());
    deaf.pass(11_000_000_000L);
    assertEquals(
        List.of(new ControlEvent.TimedOut(ControlEvent.Procedure.ROUND_TRIP)),
        deaf.left(ControlEvent.TimedOut.class));
    assertTrue(deaf.left.nextDeadline().isEmpty());
  }

  @Test
  void aModeThatCannotBeHadIsRejectedAndTheAskerToldSo() {
    Wire wire = wire();
    wire.leftDoes(
        new ControlCommand.RequestModes(
            List.of(
                List.of(
                    ModeElement.with()
                        .type(new ModeElementType.AudioMode(new parley.h323.h245.AudioMode.G728()))
                        .build()))));
    assertEquals(1, wire.right(ControlEvent.ModeRequested.class).size());
    assertEquals(
        List.of(new ControlEvent.ModeAnswered(false)), wire.left(ControlEvent.ModeAnswered.class));
  }

  @Test
  void capabilitiesAreSaidAgainWhenAskedFor() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.RequestCapabilities());
    assertEquals(1, wire.left(ControlEvent.CapabilitiesReceived.class).size());
    assertEquals(2, wire.left.outgoingChannels().size());
  }

  @Test
  void bothMayEndTheSession() {
    Wire wire = wire();
    wire.leftDoes(new ControlCommand.End());
    assertEquals(
        List.of(new ControlEvent.SessionEnded(false)), wire.right(ControlEvent.SessionEnded.class));
    assertTrue(!wire.left.isOpen() && !wire.right.isOpen());
    assertEquals(1, wire.rightSent.size());
    wire.rightDoes(new ControlCommand.MeasureRoundTrip());
    assertEquals(1, wire.rightSent.size());
  }

  @Test
  void aRequestThatIsNotOursIsReturnedAsNotUnderstood() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.received(
            request(
                new RequestMessage.CommunicationModeRequest(
                    CommunicationModeRequest.with().build())),
            0);
    assertInstanceOf(IndicationMessage.FunctionNotUnderstood.class, indication(actions));
  }

  @Test
  void aMessageOfALaterVersionIsReturnedAsNotSupported() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.received(
            request(new RequestMessage.UnrecognizedAlternative(40, Octets.ofHex("00"))), 0);
    assertInstanceOf(IndicationMessage.FunctionNotSupported.class, indication(actions));
  }

  @Test
  void octetsThatAreNoMessageAreReturnedAsASyntaxError() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.unreadable(
            new PerDecoder(PerLimits.USUAL)
                .decode(MultimediaSystemControlMessage.TYPE, Octets.ofHex("01003280")));
    assertTrue(actions.stream().anyMatch(ControlEvent.Unreadable.class::isInstance));
    assertTrue(
        indication(actions) instanceof IndicationMessage.FunctionNotSupported(var returned)
            && returned.returnedFunction().equals(Optional.of(Octets.ofHex("01003280"))));
  }

  @Test
  void aNonStandardIndicationIsKeptAndNothingBreaks() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(Fault.SENDS_NON_STANDARD_INDICATION),
            1);
    wire.started();
    assertEquals(1, wire.left(ControlEvent.NonStandard.class).size());
    assertEquals(2, wire.left.outgoingChannels().size());
  }

  @Test
  void aNonStandardRequestIsReturned() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.received(
            request(
                new RequestMessage.NonStandard(
                    NonStandardMessage.with()
                        .nonStandardData(
                            NonStandardParameter.with()
                                .nonStandardIdentifier(
                                    new Manufacturer(181, 0, 0x5050).identifier())
                                .data(Octets.ofHex("01"))
                                .build())
                        .build())),
            0);
    assertInstanceOf(IndicationMessage.FunctionNotUnderstood.class, indication(actions));
  }

  @Test
  void aLoopIsRefused() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.received(
            request(
                new RequestMessage.MaintenanceLoopRequest(
                    MaintenanceLoopRequest.with()
                        .type(new MaintenanceLoopRequest.Type.MediaLoop(4))
                        .build())),
            0);
    assertTrue(
        actions.stream()
            .anyMatch(
                action ->
                    action
                        instanceof
                        ControlAction.Send(
                            MultimediaSystemControlMessage.Response(
                                ResponseMessage.MaintenanceLoopReject _))));
  }

  @Test
  void conferenceAndGenericMessagesAreHandedOn() {
    ControlSession session = session();
    List<ControlAction> conference =
        session.received(
            request(
                new RequestMessage.ConferenceRequest(new ConferenceRequest.TerminalListRequest())),
            0);
    assertTrue(conference.stream().anyMatch(ControlEvent.ConferenceMessage.class::isInstance));
    List<ControlAction> generic =
        session.received(
            request(
                new RequestMessage.GenericRequest(
                    GenericMessage.with()
                        .messageIdentifier(
                            new CapabilityIdentifier.Standard(
                                ObjectIdentifier.of("0.0.8.460.18.0.1")))
                        .build())),
            0);
    assertTrue(generic.stream().anyMatch(ControlEvent.GenericMessageReceived.class::isInstance));
  }

  @Test
  void anAnswerThatNobodyWaitsForIsTold() {
    ControlSession session = session();
    List<ControlAction> actions =
        session.received(
            new MultimediaSystemControlMessage.Response(
                new ResponseMessage.TerminalCapabilitySetAck(
                    TerminalCapabilitySetAck.with().sequenceNumber(77).build())),
            0);
    assertTrue(actions.stream().anyMatch(ControlEvent.Unexpected.class::isInstance));
  }

  @Test
  void aSetWithoutAnswerIsReleased() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(Fault.IGNORES_CAPABILITIES),
            1);
    wire.started();
    wire.pass(16_000_000_000L);
    assertTrue(
        wire.left(ControlEvent.TimedOut.class)
            .contains(new ControlEvent.TimedOut(ControlEvent.Procedure.CAPABILITY_EXCHANGE)));
  }

  private static ControlSession session() {
    ControlSession session =
        new ControlSession(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            true,
            new Random(1));
    session.start(0);
    return session;
  }

  private static MultimediaSystemControlMessage request(RequestMessage request) {
    return new MultimediaSystemControlMessage.Request(request);
  }

  private static IndicationMessage indication(List<ControlAction> actions) {
    return actions.stream()
        .filter(
            action ->
                action instanceof ControlAction.Send(MultimediaSystemControlMessage.Indication _))
        .map(
            action ->
                ((MultimediaSystemControlMessage.Indication)
                        ((ControlAction.Send) action).message())
                    .value())
        .findFirst()
        .orElseThrow();
  }
}
