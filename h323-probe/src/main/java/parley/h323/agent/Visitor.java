package parley.h323.agent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.TpktConnection;

/** A connection that came in: its first Setup becomes a call, all else belongs to that. */
final class Visitor implements TpktConnection.Listener {
  private final H323Side side;
  private final TpktConnection connection;
  private @Nullable H323Call call;

  Visitor(H323Side side, TpktConnection connection) {
    this.side = side;
    this.connection = connection;
  }

  @Override
  public void received(Octets octets) {
    SignalMessage.Decoded decoded = SignalMessage.decode(octets);
    if (call != null) {
      call.received(decoded);
      return;
    }
    Optional<SetupUUIE> setup =
        decoded
            .message()
            .flatMap(SignalMessage::pdu)
            .flatMap(
                pdu ->
                    pdu.h323MessageBody() instanceof H323UUPDU.H323MessageBody.Setup(var body)
                        ? Optional.of(body)
                        : Optional.empty());
    if (setup.isEmpty() || side.behaviour().has(H323Behaviour.Fault.IGNORES_SETUP)) {
      return;
    }
    if (side.behaviour().chokesOn(setup.get())) {
      connection.close();
      return;
    }
    CallIdentity identity =
        new CallIdentity(
            setup
                .get()
                .callIdentifier()
                .map(CallIdentifier::guid)
                .orElse(setup.get().conferenceID()),
            setup.get().conferenceID(),
            decoded.message().get().q931().callReference(),
            false);
    H323Call arrived = new H323Call(side, ours(identity), connection, DialOptions.USUAL);
    call = arrived;
    side.calls().add(arrived);
    arrived.arrived(decoded.message().get(), setup.get());
  }

  private CallIdentity ours(CallIdentity theirs) {
    CallIdentity ours = theirs;
    if (side.behaviour().has(H323Behaviour.Fault.WRONG_CALL_IDENTIFIER)) {
      ours = ours.otherCall();
    }
    if (side.behaviour().has(H323Behaviour.Fault.WRONG_CONFERENCE)) {
      ours = ours.otherConference();
    }
    return side.behaviour().has(H323Behaviour.Fault.WRONG_CALL_REFERENCE)
        ? ours.otherReference()
        : ours;
  }

  @Override
  public void empty() {
    if (call != null) {
      call.empty();
    }
  }

  @Override
  public void unframed(Octets octets) {
    // It stands in the record; the connection is ending.
  }

  @Override
  public void closed() {
    if (call != null) {
      call.connectionClosed();
    }
  }
}
