package parley.h323.ras;

import java.net.InetSocketAddress;
import parley.h323.h225.BandwidthRequest;
import parley.h323.h225.DisengageRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.ServiceControlIndication;
import parley.h323.ras.message.RasDatagram;

/** What came of a request, or what the gatekeeper did unasked. */
public sealed interface RasEvent {
  /** The request with this ticket was granted. */
  record Granted(long ticket, RasMessage answer) implements RasEvent {}

  /** The request with this ticket was refused. */
  record Refused(long ticket, RasRefusal refusal) implements RasEvent {}

  /** Nobody answered {@code attempts} times. */
  record NoAnswer(long ticket, String request, int attempts) implements RasEvent {}

  /** The request could not even be sent, for this reason. */
  record NotSent(long ticket, String why) implements RasEvent {}

  /** A registration began or was renewed in full. */
  record Registered(RasRegistration registration) implements RasEvent {}

  /** The registration is over. */
  record RegistrationEnded(String why) implements RasEvent {}

  /** The gatekeeper ends a call (DRQ); it has been confirmed and the call is no longer known. */
  record CallEnded(DisengageRequest request) implements RasEvent {}

  /** The gatekeeper changes the bandwidth of a call (BRQ); it has been confirmed. */
  record BandwidthChanged(BandwidthRequest request) implements RasEvent {}

  /** Service control, for instance a call that waits behind the gatekeeper (H.460.18). */
  record ServiceControl(ServiceControlIndication indication) implements RasEvent {}

  /** Anything else a gatekeeper says to an endpoint, and what nobody asked for. */
  record Unexpected(InetSocketAddress from, RasDatagram datagram, String why) implements RasEvent {}
}
