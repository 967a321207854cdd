package parley.h323.control;

import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MasterSlaveDetermination;
import parley.h323.h245.MasterSlaveDeterminationAck;
import parley.h323.h245.MasterSlaveDeterminationReject;
import parley.h323.h245.MasterSlaveDeterminationRelease;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/**
 * Who is master (H.245 clause 8.2 and C.2). The higher terminal type wins; where both are the same
 * the numbers are compared on a circle of 2²⁴; where those do not decide, both draw again.
 */
final class Determination {
  private enum State {
    IDLE,
    OUTGOING,
    INCOMING
  }

  private static final int CIRCLE = 1 << 24;

  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final RandomGenerator random;
  private final Outbox out;
  private final Deadline timer = new Deadline();
  private State state = State.IDLE;
  private int number;
  private int tries;
  private Optional<Boolean> pending = Optional.empty();
  private Optional<Boolean> master = Optional.empty();

  Determination(
      ControlConfiguration configuration,
      ControlBehaviour behaviour,
      RandomGenerator random,
      Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.random = random;
    this.out = out;
    this.number = random.nextInt(CIRCLE);
  }

  /** Are we master? Empty until it is decided. */
  Optional<Boolean> master() {
    return master;
  }

  boolean settled() {
    return state == State.IDLE && master.isPresent();
  }

  Deadline timer() {
    return timer;
  }

  void start(long now) {
    if (behaviour.is(Fault.IGNORES_DETERMINATION) || state != State.IDLE) {
      return;
    }
    tries = 0;
    number = random.nextInt(CIRCLE);
    send(now);
  }

  private void send(long now) {
    tries++;
    state = State.OUTGOING;
    timer.start(now, configuration.timers().determination());
    out.send(
        new RequestMessage.MasterSlaveDetermination(
            MasterSlaveDetermination.with()
                .terminalType(configuration.terminalType())
                .statusDeterminationNumber(number)
                .build()));
  }

  void received(MasterSlaveDetermination request, long now) {
    if (behaviour.is(Fault.IGNORES_DETERMINATION)) {
      return;
    }
    Optional<Boolean> weAreMaster =
        compare(
            configuration.terminalType(),
            number,
            request.terminalType(),
            request.statusDeterminationNumber());
    if (weAreMaster.isPresent()) {
      pending = weAreMaster;
      state = State.INCOMING;
      timer.start(now, configuration.timers().determination());
      acknowledge(!weAreMaster.get());
    } else if (state == State.OUTGOING) {
      // The other side sees the same; both draw again (clause 8.2.3.2).
      drawAgain(now);
    } else {
      number = random.nextInt(CIRCLE);
      out.send(
          new ResponseMessage.MasterSlaveDeterminationReject(
              MasterSlaveDeterminationReject.with()
                  .cause(new MasterSlaveDeterminationReject.Cause.IdenticalNumbers())
                  .build()));
    }
  }

  private void drawAgain(long now) {
    if (tries >= configuration.timers().determinations()) {
      fail("undecided after " + tries + " determinations");
    } else {
      number = random.nextInt(CIRCLE);
      send(now);
    }
  }

  /** Are we master? Empty where the numbers are equal or opposite (clause C.2.1). */
  static Optional<Boolean> compare(int ourType, int ourNumber, int theirType, int theirNumber) {
    if (ourType != theirType) {
      return Optional.of(ourType > theirType);
    }
    int ahead = Math.floorMod(theirNumber - ourNumber, CIRCLE);
    return ahead == 0 || ahead == CIRCLE / 2 ? Optional.empty() : Optional.of(ahead < CIRCLE / 2);
  }

  /** The decision names what its receiver is (clause 7.3). */
  private void acknowledge(boolean theyAreMaster) {
    boolean said = behaviour.is(Fault.DECIDES_WRONGLY) != theyAreMaster;
    out.send(
        new ResponseMessage.MasterSlaveDeterminationAck(
            MasterSlaveDeterminationAck.with()
                .decision(
                    said
                        ? new MasterSlaveDeterminationAck.Decision.Master()
                        : new MasterSlaveDeterminationAck.Decision.Slave())
                .build()));
  }

  /** Returns what is wrong with the acknowledgement; empty where it fits. */
  Optional<String> received(MasterSlaveDeterminationAck response) {
    boolean weAreMaster =
        response.decision() instanceof MasterSlaveDeterminationAck.Decision.Master;
    return switch (state) {
      case OUTGOING -> {
        acknowledge(!weAreMaster);
        decide(weAreMaster);
        yield Optional.empty();
      }
      case INCOMING -> {
        boolean computed = pending.orElse(weAreMaster);
        decide(computed);
        yield computed == weAreMaster
            ? Optional.empty()
            : Optional.of(
                "it says that we are "
                    + (weAreMaster ? "master" : "slave")
                    + ", which the numbers do not give");
      }
      case IDLE -> Optional.of("no determination is under way");
    };
  }

  private void decide(boolean weAreMaster) {
    state = State.IDLE;
    timer.stop();
    master = Optional.of(weAreMaster);
    out.tell(new ControlEvent.MasterSlaveDecided(weAreMaster));
  }

  /** The other side found identical numbers. */
  boolean rejected(long now) {
    if (state != State.OUTGOING) {
      return false;
    }
    drawAgain(now);
    return true;
  }

  /** The other side gave up waiting. */
  void released() {
    if (state != State.IDLE) {
      fail("released by the other side");
    }
  }

  void tick(long now) {
    if (!timer.hasPassed(now)) {
      return;
    }
    out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.MASTER_SLAVE_DETERMINATION));
    if (state == State.OUTGOING) {
      out.send(
          new IndicationMessage.MasterSlaveDeterminationRelease(
              MasterSlaveDeterminationRelease.with().build()));
    }
    fail("no answer in time");
  }

  private void fail(String why) {
    state = State.IDLE;
    timer.stop();
    out.tell(new ControlEvent.MasterSlaveFailed(why));
  }
}
