package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.ContentRole;
import parley.h323.capability.MediaCapability;
import parley.h323.capability.TerminalFeatures;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelReject.Cause;
import parley.h323.h245.RequestMessage;

/** Logical channels (H.245 clause 8.4). */
class ChannelsTest {
  private static Wire plain() {
    return Wire.of(
        ControlConfiguration.builder(Ours.audioAndVideo("192.0.2.1")).terminalType(190).build(),
        ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")));
  }

  @Test
  void eachSideSendsWhatTheOtherWouldRatherHave() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audio("192.0.2.1", Ours.PCMA, Ours.PCMU)),
            ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMU, Ours.PCMA)));
    wire.started();
    assertTrue(wire.left.outgoingChannels().getFirst().format().is("PCMU"));
    assertTrue(wire.right.outgoingChannels().getFirst().format().is("PCMA"));
    MediaAgreement.Line line = wire.left.agreement().line(MediaKind.AUDIO).orElseThrow();
    assertTrue(line.weMaySend().getFirst().is("PCMU"));
    assertTrue(line.theyMaySend().getFirst().is("PCMA"));
    assertTrue(line.weSend() && line.theySend());
    assertEquals(5_000, line.theirs().rtp().getPort());
  }

  @Test
  void audioIsSessionOneAndVideoSessionTwo() {
    Wire wire = plain().started();
    assertEquals(
        List.of(1, 2),
        wire.left.outgoingChannels().stream().map(LogicalChannel::sessionId).toList());
  }

  @Test
  void theModeOfPacketsIsThatOfBoth() {
    Wire wire = plain().started();
    assertEquals(
        Optional.of("1"),
        wire.left.outgoingChannels().getLast().format().parameter("packetization-mode"));
    assertEquals(
        Optional.of("1"),
        wire.right.incomingChannels().getLast().format().parameter("packetization-mode"));
  }

  @Test
  void aCodecThatNobodySaidIsRefused() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audio("192.0.2.1", Ours.PCMA)),
            ControlBehaviour.with(Fault.OPENS_FOREIGN_CODEC),
            ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMA)),
            ControlBehaviour.correct(),
            1);
    wire.started();
    ControlEvent.ChannelRejected rejected =
        wire.left(ControlEvent.ChannelRejected.class).getFirst();
    assertInstanceOf(Cause.DataTypeNotSupported.class, rejected.cause());
  }

  @Test
  void whatIsRefusedIsTriedWithTheNextCodec() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audio("192.0.2.1", Ours.PCMA, Ours.PCMU)),
            ControlConfiguration.builder(Ours.audio("192.0.2.2", Ours.PCMU, Ours.PCMA))
                .answersOnCommand()
                .build());
    wire.started();
    int first = wire.right(ControlEvent.ChannelRequested.class).getFirst().channel().number();
    wire.rightDoes(new ControlCommand.Refuse(first, new Cause.DataTypeNotAvailable()));
    ControlEvent.ChannelRequested second =
        wire.right(ControlEvent.ChannelRequested.class).getLast();
    assertTrue(second.channel().format().is("PCMA"));
    wire.rightDoes(new ControlCommand.Accept(second.channel().number()));
    assertTrue(wire.left.outgoingChannels().getFirst().format().is("PCMA"));
  }

  @Test
  void theMasterMayInsistOnOneCodecForBothDirections() {
    Wire wire =
        Wire.of(
            ControlConfiguration.builder(Ours.audio("192.0.2.1", Ours.PCMA, Ours.PCMU))
                .symmetric()
                .terminalType(190)
                .build(),
            ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMU, Ours.PCMA)));
    wire.started();
    assertTrue(wire.right.outgoingChannels().getFirst().format().is("PCMU"));
  }

  @Test
  void aChannelOfBothDirectionsIsRefusedWithItsReason() {
    ControlSession session = ready();
    OpenLogicalChannel forward =
        FastStart.propose(ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMA))).get(1);
    OpenLogicalChannel reverse =
        FastStart.propose(ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMA))).get(0);
    List<ControlAction> actions =
        session.received(
            request(
                OpenLogicalChannel.with()
                    .forwardLogicalChannelNumber(9)
                    .forwardLogicalChannelParameters(forward.forwardLogicalChannelParameters())
                    .reverseLogicalChannelParameters(reverse.reverseLogicalChannelParameters())
                    .build()),
            0);
    assertInstanceOf(Cause.UnsuitableReverseParameters.class, refusal(actions));
  }

  @Test
  void aSecondVideoChannelWithoutRoleIsTakenForContent() {
    ControlSession session = ready();
    session.received(video(5, 2), 0);
    List<ControlAction> actions = session.received(video(6, 2), 0);
    ControlEvent.ChannelAccepted accepted =
        actions.stream()
            .filter(ControlEvent.ChannelAccepted.class::isInstance)
            .map(ControlEvent.ChannelAccepted.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(MediaKind.CONTENT, accepted.channel().kind());
    assertEquals(5_004, accepted.channel().rtp().orElseThrow().getPort());
  }

  @Test
  void sessionZeroOfAPrimaryMediumGetsItsUsualNumber() {
    ControlSession session = ready();
    session.received(video(5, 0), 0);
    assertEquals(2, session.incomingChannels().getFirst().sessionId());
  }

  @Test
  void aSessionChangedInTheAnswerIsTaken() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(Fault.MIXES_UP_SESSIONS),
            5);
    wire.started();
    assertEquals(2, wire.left.outgoingChannels().size());
    assertTrue(
        wire.left.outgoingChannels().stream().allMatch(channel -> channel.sessionId() >= 32));
    assertEquals(
        List.of(1, 2),
        wire.left.incomingChannels().stream().map(LogicalChannel::sessionId).toList());
  }

  @Test
  void aNumberUsedAgainReplacesTheChannelBefore() {
    ControlSession session = ready();
    session.received(video(5, 2), 0);
    List<ControlAction> actions = session.received(video(5, 2), 0);
    assertTrue(actions.stream().anyMatch(ControlEvent.ChannelClosed.class::isInstance));
    assertEquals(1, session.incomingChannels().size());
  }

  @Test
  void closingIsAcknowledgedAndMediaEnd() {
    Wire wire = plain().started();
    int audio = wire.left.outgoingChannels().getFirst().number();
    wire.forget();
    wire.leftDoes(
        new ControlCommand.Propose(
            new MediaDescription(
                wire.left.media().lines().stream()
                    .map(
                        line ->
                            line.kind() == MediaKind.AUDIO
                                ? line.withDirection(MediaDirection.RECVONLY)
                                : line)
                    .toList())));
    assertEquals(1, wire.right(ControlEvent.ChannelClosed.class).size());
    assertEquals(audio, wire.right(ControlEvent.ChannelClosed.class).getFirst().channel().number());
    assertEquals(1, wire.left.outgoingChannels().size());
    MediaAgreement.Line line = wire.right.agreement().line(MediaKind.AUDIO).orElseThrow();
    assertTrue(line.weSend() && !line.theySend());
  }

  @Test
  void aRequestToCloseIsFollowedAndTheChannelStaysClosed() {
    Wire wire = plain().started();
    int video = wire.right.incomingChannels().getLast().number();
    wire.rightDoes(new ControlCommand.RequestClose(video));
    assertEquals(1, wire.left.outgoingChannels().size());
    assertEquals(1, wire.left(ControlEvent.CloseRequested.class).size());
    wire.leftDoes(new ControlCommand.MeasureRoundTrip());
    assertEquals(1, wire.left.outgoingChannels().size());
  }

  @Test
  void aChannelWithoutAnswerIsGivenUpAndClosed() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audio("192.0.2.1", Ours.PCMA)),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMA)),
            ControlBehaviour.with(Fault.IGNORES_CHANNELS),
            1);
    wire.started();
    assertTrue(wire.left.isOpening());
    wire.pass(16_000_000_000L);
    assertEquals(1, wire.left(ControlEvent.ChannelRejected.class).size());
    assertTrue(!wire.left.isOpening());
  }

  @Test
  void whoMayNotSendUnencryptedSendsNothing() {
    Wire wire =
        Wire.of(
            ControlConfiguration.builder(Ours.audio("192.0.2.1", Ours.PCMA))
                .security(new DialogueReplayTest.Keys())
                .build(),
            ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMA)));
    wire.started();
    assertEquals(List.of(), wire.left.outgoingChannels());
    assertInstanceOf(
        Cause.SecurityDenied.class,
        wire.right(ControlEvent.ChannelRejected.class).getFirst().cause());
  }

  @Test
  void keysOfEncryptedChannelsComeFromTheMaster() {
    Wire wire =
        Wire.of(
            ControlConfiguration.builder(Ours.audio("192.0.2.1", Ours.PCMA))
                .security(new DialogueReplayTest.Keys())
                .terminalType(190)
                .build(),
            ControlConfiguration.builder(Ours.audio("192.0.2.2", Ours.PCMA))
                .security(new DialogueReplayTest.Keys())
                .build());
    wire.started();
    for (ControlSession session : List.of(wire.left, wire.right)) {
      for (LogicalChannel channel :
          List.of(session.outgoingChannels().getFirst(), session.incomingChannels().getFirst())) {
        assertTrue(channel.key().isPresent());
        assertTrue(channel.algorithm().isPresent());
        assertEquals(120, channel.format().payloadType());
      }
    }
  }

  /** A session whose other side has said nothing but is ready to open channels. */
  private static ControlSession ready() {
    ControlSession session =
        new ControlSession(
            ControlConfiguration.builder(
                    Ours.withContent(Ours.audioAndVideo("192.0.2.1"), "192.0.2.1"))
                .features(TerminalFeatures.plain().withContent())
                .build(),
            ControlBehaviour.correct(),
            true,
            new Random(1));
    session.start(0);
    return session;
  }

  private static MultimediaSystemControlMessage video(int number, int sessionId) {
    ControlConfiguration other = ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2"));
    MediaCapability medium =
        other.formats().capability(MediaKind.VIDEO, Ours.h264(96, 0)).orElseThrow();
    LogicalChannel channel =
        new LogicalChannel(
            number,
            true,
            MediaKind.VIDEO,
            Optional.<ContentRole>empty(),
            sessionId,
            medium.dataType(),
            Ours.h264(96, 0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return request(
        ChannelMessages.open(
            channel, other.media().line(MediaKind.VIDEO).map(MediaLine::rtcp), List.of()));
  }

  private static MultimediaSystemControlMessage request(OpenLogicalChannel channel) {
    return new MultimediaSystemControlMessage.Request(
        new RequestMessage.OpenLogicalChannel(channel));
  }

  private static Cause refusal(List<ControlAction> actions) {
    return actions.stream()
        .filter(ControlEvent.ChannelRefused.class::isInstance)
        .map(event -> ((ControlEvent.ChannelRefused) event).cause())
        .findFirst()
        .orElseThrow();
  }
}
