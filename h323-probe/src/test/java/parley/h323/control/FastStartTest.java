package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaKind;
import parley.core.wire.Octets;
import parley.h323.h245.DataType;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/** Fast start (H.323 clause 8.1.7). */
class FastStartTest {
  /** What Asterisk proposed in its Setup and what another one answered in its Alerting. */
  private static final List<String> PROPOSED =
      List.of(
          "4003e8060401004c60138011140001007f00000b51e4007f00000b51e5",
          "0003e90c6013800a040001007f00000b51e5",
          "4003ea060401004c20138011140001007f00000b51e4007f00000b51e5",
          "0003eb0c2013800a040001007f00000b51e5");

  private static final ControlConfiguration CALLER =
      ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1"));
  private static final ControlConfiguration CALLED =
      ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2"));

  @Test
  void eachFormatIsProposedInBothDirections() {
    List<OpenLogicalChannel> proposal = FastStart.propose(CALLER);
    assertEquals(10, proposal.size());
    assertEquals(
        5,
        proposal.stream()
            .filter(
                element ->
                    element.forwardLogicalChannelParameters().dataType()
                        instanceof DataType.NullData)
            .count());
    assertEquals(
        10,
        proposal.stream().map(OpenLogicalChannel::forwardLogicalChannelNumber).distinct().count());
  }

  @Test
  void theCalledSideTakesOneOfEachMediumAndDirection() {
    FastStart.Choice choice = FastStart.choose(carried(FastStart.propose(CALLER)), CALLED);
    assertEquals(4, choice.answer().size());
    assertEquals(2, choice.channels().stream().filter(LogicalChannel::outgoing).count());
    assertTrue(
        choice.channels().stream()
            .filter(channel -> channel.kind() == MediaKind.AUDIO)
            .allMatch(channel -> channel.format().is("PCMA")));
  }

  @Test
  void bothKnowWhereToSend() {
    FastStart.Choice choice = FastStart.choose(carried(FastStart.propose(CALLER)), CALLED);
    List<LogicalChannel> got = FastStart.read(carried(choice.answer()), CALLER);
    assertEquals(4, got.size());
    for (LogicalChannel channel : got) {
      LogicalChannel other =
          choice.channels().stream()
              .filter(each -> each.number() == channel.number())
              .findFirst()
              .orElseThrow();
      assertEquals(!channel.outgoing(), other.outgoing());
      assertEquals(channel.rtp(), other.rtp());
      assertEquals(channel.format(), other.format());
      assertEquals(
          channel.outgoing() ? "192.0.2.2" : "192.0.2.1",
          channel.rtp().orElseThrow().getHostString());
    }
  }

  @Test
  void nothingIsTakenOfCodecsWeDoNotHave() {
    FastStart.Choice choice =
        FastStart.choose(
            FastStart.propose(CALLER), ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.G722)));
    assertEquals(List.of(), choice.answer());
  }

  @Test
  void theSessionGoesOnWithTheChannelsAndOpensNoOthers() {
    FastStart.Choice choice = FastStart.choose(FastStart.propose(CALLER), CALLED);
    Wire wire = Wire.of(CALLER, CALLED);
    wire.left.adopt(FastStart.read(choice.answer(), CALLER), 0);
    wire.right.adopt(choice.channels(), 0);
    wire.started();
    assertEquals(List.of(), wire.left(ControlEvent.ChannelOffered.class));
    assertEquals(2, wire.left.outgoingChannels().size());
    assertTrue(wire.left.agreement().line(MediaKind.VIDEO).orElseThrow().weSend());
    int audio = wire.left.outgoingChannels().getFirst().number();
    wire.leftDoes(new ControlCommand.Close(audio));
    assertEquals(1, wire.right(ControlEvent.ChannelClosed.class).size());
  }

  @Test
  void whatAnAsteriskProposesIsTaken() {
    ControlConfiguration ours = ControlConfiguration.of(Ours.audio("192.0.2.2", Ours.PCMU));
    FastStart.Choice choice =
        FastStart.choose(PROPOSED.stream().map(FastStartTest::decoded).toList(), ours);
    assertEquals(2, choice.channels().size());
    assertEquals(
        List.of(true, false), choice.channels().stream().map(LogicalChannel::outgoing).toList());
    assertEquals(20_964, choice.channels().getFirst().rtp().orElseThrow().getPort());
    assertEquals(
        List.of(1001, 1002),
        choice.answer().stream().map(OpenLogicalChannel::forwardLogicalChannelNumber).toList());
  }

  @Test
  void whatAnAsteriskAnswersIsRead() {
    ControlConfiguration ours = ControlConfiguration.of(Ours.audio("192.0.2.1", Ours.PCMU));
    List<LogicalChannel> channels =
        FastStart.read(
            Stream.of(
                    "4003e8060401004c6013800a040001007f00000c5565",
                    "0003e90c60138011140001007f00000c5564007f00000c5565")
                .map(FastStartTest::decoded)
                .toList(),
            ours);
    assertEquals(2, channels.size());
    LogicalChannel out =
        channels.stream().filter(LogicalChannel::outgoing).findFirst().orElseThrow();
    assertEquals(21_860, out.rtp().orElseThrow().getPort());
    LogicalChannel in =
        channels.stream().filter(channel -> !channel.outgoing()).findFirst().orElseThrow();
    assertEquals(5_000, in.rtp().orElseThrow().getPort());
    assertEquals(21_861, in.rtcp().orElseThrow().getPort());
  }

  /** Over the wire and back. */
  private static List<OpenLogicalChannel> carried(List<OpenLogicalChannel> elements) {
    return elements.stream().map(element -> decoded(element.encode().hex())).toList();
  }

  private static OpenLogicalChannel decoded(String hex) {
    return OpenLogicalChannel.of(
        new PerDecoder(PerLimits.USUAL)
            .decode(OpenLogicalChannel.TYPE, Octets.ofHex(hex))
            .complete()
            .orElseThrow());
  }
}
