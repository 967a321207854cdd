package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.TerminalFeatures;

/** Two of our sessions agree, in whatever order the messages of the two directions come. */
class TwoSessionsTest {
  private static final int CALLS = 100;

  @Test
  void bothEndWithTheSameChannels() {
    for (int seed = 0; seed < CALLS; seed++) {
      Random random = new Random(seed);
      Wire wire =
          Wire.of(
              configuration(random, "192.0.2.1"),
              ControlBehaviour.correct(),
              configuration(random, "192.0.2.2"),
              ControlBehaviour.correct(),
              seed);
      wire.started();
      assertAgreed(wire, "seed " + seed);
      wire.leftDoes(new ControlCommand.Pause());
      assertEquals(List.of(), wire.right.outgoingChannels(), "paused, seed " + seed);
      wire.leftDoes(new ControlCommand.Resume());
      assertAgreed(wire, "resumed, seed " + seed);
      wire.bothDo(new ControlCommand.ShowContent(), new ControlCommand.ShowContent());
      assertAgreed(wire, "content, seed " + seed);
      wire.bothDo(new ControlCommand.End(), new ControlCommand.End());
      assertEquals(List.of(), wire.left(ControlEvent.Unexpected.class), "seed " + seed);
      assertEquals(List.of(), wire.right(ControlEvent.Unexpected.class), "seed " + seed);
    }
  }

  private static ControlConfiguration configuration(Random random, String host) {
    List<Format> audio = new ArrayList<>(List.of(Ours.PCMA, Ours.PCMU, Ours.G722));
    Collections.shuffle(audio, random);
    List<Format> video = new ArrayList<>(List.of(Ours.h264(96, 0), Ours.h264(97, 1), Ours.H261));
    Collections.shuffle(video, random);
    List<MediaLine> lines = new ArrayList<>();
    lines.add(Ours.line(MediaKind.AUDIO, host, 5_000, audio.toArray(Format[]::new)));
    if (random.nextInt(4) != 0) {
      lines.add(Ours.line(MediaKind.VIDEO, host, 5_002, video.toArray(Format[]::new)));
      lines.add(Ours.line(MediaKind.CONTENT, host, 5_004, Ours.h264(98, 0)));
    }
    ControlConfiguration.Builder builder =
        ControlConfiguration.builder(new MediaDescription(lines))
            .features(TerminalFeatures.plain().withContent())
            .terminalType(random.nextBoolean() ? 50 : random.nextBoolean() ? 60 : 190)
            .firstChannel(1 + random.nextInt(200));
    if (random.nextInt(3) == 0) {
      builder.symmetric();
    }
    return builder.build();
  }

  private static void assertAgreed(Wire wire, String when) {
    assertNotEquals(wire.left.master(), wire.right.master(), when);
    assertTrue(wire.left.master().isPresent() && wire.right.master().isPresent(), when);
    assertSame(wire.left.outgoingChannels(), wire.right.incomingChannels(), when);
    assertSame(wire.right.outgoingChannels(), wire.left.incomingChannels(), when);
    assertTrue(!wire.left.isOpening() && !wire.right.isOpening(), when);
    assertTrue(
        wire.left.outgoingChannels().stream().anyMatch(each -> each.kind() == MediaKind.AUDIO),
        when);
    assertTrue(
        wire.right.outgoingChannels().stream().anyMatch(each -> each.kind() == MediaKind.AUDIO),
        when);
    MediaAgreement ours = wire.left.agreement();
    MediaAgreement theirs = wire.right.agreement();
    for (MediaAgreement.Line line : ours.lines()) {
      if (line.weSend()) {
        MediaAgreement.Line other = theirs.line(line.kind()).orElseThrow();
        assertTrue(other.theySend(), when);
        Format sent = line.weMaySend().getFirst();
        assertTrue(other.theyMaySend().stream().anyMatch(each -> same(each, sent)), when);
        assertEquals(other.ours().rtp(), line.theirs().rtp(), when);
      }
    }
  }

  private static boolean same(Format one, Format other) {
    return one.payloadType() == other.payloadType() && FormatMatch.same(one, other);
  }

  private static void assertSame(
      List<LogicalChannel> sent, List<LogicalChannel> received, String when) {
    assertEquals(described(sent), described(received), when);
  }

  private static List<String> described(List<LogicalChannel> channels) {
    return channels.stream()
        .sorted(Comparator.comparingInt(LogicalChannel::number))
        .map(
            each ->
                each.number()
                    + " "
                    + each.kind()
                    + " session "
                    + each.sessionId()
                    + " "
                    + each.format().label()
                    + " "
                    + each.format().payloadType()
                    + " "
                    + each.rtp().orElseThrow())
        .toList();
  }
}
