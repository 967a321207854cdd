package parley.h323.ras;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.RegistrationConfirm;

/**
 * A registration the gatekeeper confirmed.
 *
 * @param endpointIdentifier how the gatekeeper calls us from now on
 * @param gatekeeperIdentifier how it calls itself
 * @param gatekeeper where it answers
 * @param aliases those it took; empty where it did not say
 * @param callSignalling its own call signalling addresses, if it takes part in signalling
 * @param timeToLive for how long; empty for as long as nobody ends it
 * @param message the confirm it began with
 */
public record RasRegistration(
    String endpointIdentifier,
    Optional<String> gatekeeperIdentifier,
    InetSocketAddress gatekeeper,
    List<AliasAddress> aliases,
    List<InetSocketAddress> callSignalling,
    Optional<Duration> timeToLive,
    RegistrationConfirm message) {
  public RasRegistration {
    aliases = List.copyOf(aliases);
    callSignalling = List.copyOf(callSignalling);
  }

  static RasRegistration of(RegistrationConfirm confirm, InetSocketAddress gatekeeper) {
    return new RasRegistration(
        confirm.endpointIdentifier(),
        confirm.gatekeeperIdentifier(),
        gatekeeper,
        confirm.terminalAlias().orElse(List.of()),
        confirm.callSignalAddress().stream()
            .flatMap(address -> NetworkAddresses.of(address).stream())
            .toList(),
        confirm.timeToLive().map(Duration::ofSeconds),
        confirm);
  }
}
