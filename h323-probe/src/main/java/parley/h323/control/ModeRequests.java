package parley.h323.control;

import java.util.List;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.ModeElement;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.RequestMode;
import parley.h323.h245.RequestModeAck;
import parley.h323.h245.RequestModeReject;
import parley.h323.h245.RequestModeRelease;
import parley.h323.h245.ResponseMessage;

/** One side asks the other to send something else (H.245 clause 8.8). */
final class ModeRequests {
  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final Deadline timer = new Deadline();
  private int sequence;

  ModeRequests(ControlConfiguration configuration, ControlBehaviour behaviour, Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
  }

  Deadline timer() {
    return timer;
  }

  void ask(List<List<ModeElement>> modes, long now) {
    sequence = (sequence + 1) % 256;
    timer.start(now, configuration.timers().mode());
    out.send(
        new RequestMessage.RequestMode(
            RequestMode.with().sequenceNumber(sequence).requestedModes(modes).build()));
  }

  /** Says yes where what we send already is the mode wanted most, and otherwise no. */
  void requested(RequestMode request, boolean alreadySo) {
    if (behaviour.is(Fault.IGNORES_MODE_REQUEST)) {
      return;
    }
    if (alreadySo) {
      out.send(
          new ResponseMessage.RequestModeAck(
              RequestModeAck.with()
                  .sequenceNumber(request.sequenceNumber())
                  .response(new RequestModeAck.Response.WillTransmitMostPreferredMode())
                  .build()));
    } else {
      out.send(
          new ResponseMessage.RequestModeReject(
              RequestModeReject.with()
                  .sequenceNumber(request.sequenceNumber())
                  .cause(new RequestModeReject.Cause.ModeUnavailable())
                  .build()));
    }
    out.tell(new ControlEvent.ModeRequested(request, alreadySo));
  }

  boolean answered(int number, boolean accepted) {
    if (timer.at().isEmpty() || number != sequence) {
      return false;
    }
    timer.stop();
    out.tell(new ControlEvent.ModeAnswered(accepted));
    return true;
  }

  void tick(long now) {
    if (timer.hasPassed(now)) {
      out.send(new IndicationMessage.RequestModeRelease(RequestModeRelease.with().build()));
      out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.MODE_REQUEST));
    }
  }
}
