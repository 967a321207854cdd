package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;

/** Master and slave (H.245 clause 8.2). */
class DeterminationTest {
  @Test
  void theHigherTerminalTypeIsMaster() {
    assertEquals(Optional.of(true), Determination.compare(190, 1, 50, 2));
    assertEquals(Optional.of(false), Determination.compare(50, 1, 60, 2));
  }

  @Test
  void numbersAreComparedOnACircle() {
    // As two h323plus terminals decided: 5389082 became the master of 11387667.
    assertEquals(Optional.of(true), Determination.compare(50, 5_389_082, 50, 11_387_667));
    assertEquals(Optional.of(false), Determination.compare(50, 11_387_667, 50, 5_389_082));
    // And as two Asterisks did: 14494046 became the master of 2289771.
    assertEquals(Optional.of(true), Determination.compare(60, 14_494_046, 60, 2_289_771));
  }

  @Test
  void equalAndOppositeNumbersDecideNothing() {
    assertEquals(Optional.empty(), Determination.compare(50, 7, 50, 7));
    assertEquals(Optional.empty(), Determination.compare(50, 7, 50, 7 + (1 << 23)));
    assertEquals(Optional.empty(), Determination.compare(50, 7 + (1 << 23), 50, 7));
  }

  @Test
  void withEqualNumbersBothDrawAgain() {
    Wire wire = wire(List.of(5, 5, 9), List.of(5, 5, 12));
    wire.started();
    assertEquals(Optional.of(true), wire.left.master());
    assertEquals(Optional.of(false), wire.right.master());
    assertEquals(2, determinations(wire.leftSent));
  }

  @Test
  void whoNeverDiffersGivesUp() {
    Wire wire = wire(List.of(5), List.of(5));
    wire.started();
    assertEquals(Optional.empty(), wire.left.master());
    assertEquals(10, determinations(wire.leftSent));
    assertEquals(1, wire.left(ControlEvent.MasterSlaveFailed.class).size());
    assertEquals(List.of(), wire.left.outgoingChannels());
  }

  @Test
  void whoGetsNoAnswerReleasesIt() {
    Wire wire =
        Wire.of(
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.1")),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(ControlBehaviour.Fault.IGNORES_DETERMINATION),
            3);
    wire.started();
    assertEquals(List.of(), wire.left.outgoingChannels());
    wire.pass(20_000_000_000L);
    assertEquals(
        List.of(new ControlEvent.TimedOut(ControlEvent.Procedure.MASTER_SLAVE_DETERMINATION)),
        wire.left(ControlEvent.TimedOut.class));
    assertEquals(
        1,
        wire.leftSent.stream()
            .filter(
                message ->
                    message
                        instanceof
                        MultimediaSystemControlMessage.Indication(
                            IndicationMessage.MasterSlaveDeterminationRelease _))
            .count());
  }

  @Test
  void aWrongDecisionIsTold() {
    Wire wire =
        Wire.of(
            ControlConfiguration.builder(Ours.audioAndVideo("192.0.2.1")).terminalType(190).build(),
            ControlBehaviour.correct(),
            ControlConfiguration.of(Ours.audioAndVideo("192.0.2.2")),
            ControlBehaviour.with(ControlBehaviour.Fault.DECIDES_WRONGLY),
            4);
    wire.started();
    assertEquals(Optional.of(true), wire.left.master());
    assertEquals(1, wire.left(ControlEvent.Unexpected.class).size());
  }

  private static long determinations(List<MultimediaSystemControlMessage> sent) {
    return sent.stream()
        .filter(
            message ->
                message
                    instanceof
                    MultimediaSystemControlMessage.Request(
                        RequestMessage.MasterSlaveDetermination _))
        .count();
  }

  private static Wire wire(List<Integer> left, List<Integer> right) {
    return new Wire(session(left, "192.0.2.1", true), session(right, "192.0.2.2", false), 1);
  }

  private static ControlSession session(List<Integer> numbers, String host, boolean called) {
    AtomicInteger next = new AtomicInteger();
    RandomGenerator drawing =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return nextInt(Integer.MAX_VALUE);
          }

          @Override
          public int nextInt(int bound) {
            return numbers.get(Math.min(next.getAndIncrement(), numbers.size() - 1));
          }
        };
    return new ControlSession(
        ControlConfiguration.of(Ours.audioAndVideo(host)),
        ControlBehaviour.correct(),
        called,
        drawing);
  }
}
