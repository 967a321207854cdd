package parley.h323.control;

import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.RoundTripDelayRequest;
import parley.h323.h245.RoundTripDelayResponse;

/** How long a message and its answer take, and whether anyone is there (H.245 clause 8.9). */
final class RoundTrip {
  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final Deadline timer = new Deadline();
  private int sequence;
  private long asked;

  RoundTrip(ControlConfiguration configuration, ControlBehaviour behaviour, Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
  }

  Deadline timer() {
    return timer;
  }

  /** A measurement under way is given up for the new one. */
  void ask(long now) {
    sequence = (sequence + 1) % 256;
    asked = now;
    timer.start(now, configuration.timers().roundTrip());
    out.send(
        new RequestMessage.RoundTripDelayRequest(
            RoundTripDelayRequest.with().sequenceNumber(sequence).build()));
  }

  void requested(RoundTripDelayRequest request) {
    if (!behaviour.is(Fault.IGNORES_ROUND_TRIP)) {
      out.send(
          new ResponseMessage.RoundTripDelayResponse(
              RoundTripDelayResponse.with().sequenceNumber(request.sequenceNumber()).build()));
    }
  }

  boolean answered(RoundTripDelayResponse response, long now) {
    if (timer.at().isEmpty() || response.sequenceNumber() != sequence) {
      return false;
    }
    timer.stop();
    out.tell(new ControlEvent.RoundTripMeasured(now - asked));
    return true;
  }

  void tick(long now) {
    if (timer.hasPassed(now)) {
      out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.ROUND_TRIP));
    }
  }
}
