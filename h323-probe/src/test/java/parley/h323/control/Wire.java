package parley.h323.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import parley.core.wire.Octets;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/**
 * Two sessions and what lies between them: every message is encoded and decoded, each direction
 * keeps its order, and which direction goes next is drawn.
 */
final class Wire {
  private static final long STEP = 1_000_000;

  final ControlSession left;
  final ControlSession right;
  final List<ControlEvent> leftEvents = new ArrayList<>();
  final List<ControlEvent> rightEvents = new ArrayList<>();
  final List<MultimediaSystemControlMessage> leftSent = new ArrayList<>();
  final List<MultimediaSystemControlMessage> rightSent = new ArrayList<>();
  private final Queue<Octets> toRight = new ArrayDeque<>();
  private final Queue<Octets> toLeft = new ArrayDeque<>();
  private final Random random;
  private long now;

  Wire(ControlSession left, ControlSession right, long seed) {
    this.left = left;
    this.right = right;
    this.random = new Random(seed);
  }

  static Wire of(ControlConfiguration left, ControlConfiguration right) {
    return of(left, ControlBehaviour.correct(), right, ControlBehaviour.correct(), 1);
  }

  static Wire of(
      ControlConfiguration left,
      ControlBehaviour leftBehaviour,
      ControlConfiguration right,
      ControlBehaviour rightBehaviour,
      long seed) {
    return new Wire(
        new ControlSession(left, leftBehaviour, true, new Random(seed * 31 + 1)),
        new ControlSession(right, rightBehaviour, false, new Random(seed * 31 + 2)),
        seed);
  }

  Wire started() {
    fromLeft(left.start(now));
    fromRight(right.start(now));
    settle();
    return this;
  }

  long now() {
    return now;
  }

  void leftDoes(ControlCommand command) {
    fromLeft(left.perform(command, now));
    settle();
  }

  void rightDoes(ControlCommand command) {
    fromRight(right.perform(command, now));
    settle();
  }

  /** Both say something before either hears the other. */
  void bothDo(ControlCommand one, ControlCommand other) {
    fromLeft(left.perform(one, now));
    fromRight(right.perform(other, now));
    settle();
  }

  /** Carries messages until none is under way. */
  void settle() {
    for (int i = 0; !toRight.isEmpty() || !toLeft.isEmpty(); i++) {
      if (i > 10_000) {
        throw new AssertionError("the two never come to rest");
      }
      now += STEP;
      boolean right0 = toLeft.isEmpty() || (!toRight.isEmpty() && random.nextBoolean());
      if (right0) {
        fromRight(right.received(decode(toRight.remove()), now));
      } else {
        fromLeft(left.received(decode(toLeft.remove()), now));
      }
    }
  }

  /** Lets time pass. */
  void pass(long nanoseconds) {
    now += nanoseconds;
    fromLeft(left.tick(now));
    fromRight(right.tick(now));
    settle();
  }

  private static MultimediaSystemControlMessage decode(Octets octets) {
    return MultimediaSystemControlMessage.of(
        new PerDecoder(PerLimits.USUAL)
            .decode(MultimediaSystemControlMessage.TYPE, octets)
            .complete()
            .orElseThrow());
  }

  private void fromLeft(List<ControlAction> actions) {
    take(actions, toRight, leftEvents, leftSent);
  }

  private void fromRight(List<ControlAction> actions) {
    take(actions, toLeft, rightEvents, rightSent);
  }

  private static void take(
      List<ControlAction> actions,
      Queue<Octets> queue,
      List<ControlEvent> events,
      List<MultimediaSystemControlMessage> sent) {
    for (ControlAction action : actions) {
      switch (action) {
        case ControlAction.Send(var message) -> {
          queue.add(message.encode());
          sent.add(message);
        }
        case ControlEvent event -> events.add(event);
      }
    }
  }

  static <E extends ControlEvent> List<E> all(Class<E> kind, List<ControlEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <E extends ControlEvent> List<E> left(Class<E> kind) {
    return all(kind, leftEvents);
  }

  <E extends ControlEvent> List<E> right(Class<E> kind) {
    return all(kind, rightEvents);
  }

  void forget() {
    leftEvents.clear();
    rightEvents.clear();
    leftSent.clear();
    rightSent.clear();
  }
}
