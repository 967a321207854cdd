package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import parley.h323.ras.message.RasDatagram;

/** What happened at the gatekeeper, for whoever watches it. */
public sealed interface GatekeeperEvent {
  record Registered(RegisteredEndpoint endpoint) implements GatekeeperEvent {}

  /**
   * @param why in a word: by the endpoint, expired
   */
  record Unregistered(RegisteredEndpoint endpoint, String why) implements GatekeeperEvent {}

  /**
   * @param answering whether the called side asked
   */
  record Admitted(AdmittedCall call, RegisteredEndpoint by, boolean answering)
      implements GatekeeperEvent {}

  record BandwidthChanged(AdmittedCall call) implements GatekeeperEvent {}

  record Ended(AdmittedCall call) implements GatekeeperEvent {}

  /**
   * @param request name of the message
   * @param reason in the field's own word
   */
  record Refused(InetSocketAddress from, String request, String reason)
      implements GatekeeperEvent {}

  /** A datagram nobody can read, or that has no meaning here. */
  record NotUnderstood(InetSocketAddress from, RasDatagram datagram) implements GatekeeperEvent {}

  /** From now on, for this second, datagrams from there are dropped unread. */
  record Flooded(InetSocketAddress from) implements GatekeeperEvent {}
}
