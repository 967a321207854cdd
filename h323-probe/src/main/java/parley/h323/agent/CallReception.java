package parley.h323.agent;

import java.util.List;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.q931.MessageType;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.reader.ControlAddress;

/** What a call does with the messages of call signalling that come. Runs on the call's queue. */
final class CallReception {
  /** Q.931 call states (4.5.7) that a Status tells: U7 call received, U10 active, U0 no call. */
  private static final int RECEIVED = 7;

  private static final int ACTIVE = 10;
  private static final int NULL = 0;

  /** Messages in the flood of a side that answers once too often. */
  private static final int FLOOD = 20;

  private final H323Side side;
  private final H323Call call;
  private final CallIdentity identity;
  private final Control control;
  private volatile String lastHeard = "it said nothing at all";

  CallReception(H323Side side, H323Call call, CallIdentity identity, Control control) {
    this.side = side;
    this.call = call;
    this.identity = identity;
    this.control = control;
  }

  /** The last message that came, in words for whoever waited for another. */
  String lastHeard() {
    return lastHeard;
  }

  void take(SignalMessage message) {
    lastHeard = "the last it said was " + message.q931().type();
    control.heard(message);
    if (control.security().refusal().isPresent()
        && !message.q931().type().equals(MessageType.RELEASE_COMPLETE)) {
      return;
    }
    control.catchUp();
    if (message.q931().type().equals(MessageType.RELEASE_COMPLETE)) {
      call.ending().theyReleased(message);
      return;
    }
    if (!message.q931().type().known()
        && side.behaviour().has(H323Behaviour.Fault.DROPS_ON_UNKNOWN_MESSAGE)) {
      call.release(ReleaseCause.INTERWORKING);
      return;
    }
    // Before the body: a Connect that names an address is answered by connecting there.
    ControlAddress.of(message).ifPresent(control.path()::theirAddress);
    message.pdu().map(H323UUPDU::h323MessageBody).ifPresent(body -> take(message, body));
    for (Octets tunnelled : message.pdu().flatMap(H323UUPDU::h245Control).orElse(List.of())) {
      control.takeIn(tunnelled);
    }
  }

  private void take(SignalMessage message, H323MessageBody body) {
    switch (body) {
      case H323MessageBody.CallProceeding any -> call.proceed(false);
      case H323MessageBody.Alerting any -> call.proceed(true);
      case H323MessageBody.Progress any -> call.proceed(false);
      case H323MessageBody.Connect any -> {
        if (identity.weCalled() && !call.isConnected()) {
          call.connect();
        }
      }
      case H323MessageBody.StatusInquiry any -> {
        if (!side.behaviour().has(H323Behaviour.Fault.IGNORES_STATUS_INQUIRY)) {
          tellStatus();
        }
      }
      case H323MessageBody.ReleaseComplete any -> call.ending().theyReleased(message);
      case H323MessageBody.Setup any -> {}
      case H323MessageBody.Information any -> {}
      case H323MessageBody.Facility any -> {}
      case H323MessageBody.Empty any -> {}
      case H323MessageBody.Status any -> {}
      case H323MessageBody.SetupAcknowledge any -> {}
      case H323MessageBody.Notify any -> notified();
      case H323MessageBody.UnrecognizedAlternative any -> {
        if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_UNKNOWN_MESSAGE)) {
          call.release(ReleaseCause.INTERWORKING);
        }
      }
    }
  }

  private void notified() {
    if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_NOTIFY)) {
      call.release(ReleaseCause.INTERWORKING);
    }
    if (side.behaviour().has(H323Behaviour.Fault.FLOODS_ON_NOTIFY)) {
      for (int i = 0; i < FLOOD; i++) {
        tellStatus();
      }
    }
  }

  private void tellStatus() {
    call.send(side.forms().status(identity, callState(), control.path().tunnels()));
  }

  private int callState() {
    if (side.behaviour().has(H323Behaviour.Fault.WRONG_CALL_STATE)) {
      return NULL;
    }
    return call.isConnected() ? ACTIVE : RECEIVED;
  }
}
