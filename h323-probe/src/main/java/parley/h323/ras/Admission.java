package parley.h323.ras;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.h323.h225.AdmissionConfirm;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CallModel;

/**
 * A call the gatekeeper lets be (ACF).
 *
 * @param destination where the Setup goes: to the called side, or to the gatekeeper where {@code
 *     routed}
 * @param routed whether the gatekeeper takes part in the call signalling
 * @param bandwidth granted, in units of 100 bit/s
 * @param reportEvery how often the gatekeeper wants to hear that the call lives (IRR)
 * @param aliases what the gatekeeper calls the destination now; empty where it changed nothing
 * @param message the whole of it
 */
public record Admission(
    InetSocketAddress destination,
    boolean routed,
    long bandwidth,
    Optional<Duration> reportEvery,
    List<AliasAddress> aliases,
    AdmissionConfirm message) {
  public Admission {
    aliases = List.copyOf(aliases);
  }

  /** Empty where the address in it is none of IP. */
  public static Optional<Admission> of(AdmissionConfirm message) {
    return NetworkAddresses.of(message.destCallSignalAddress())
        .map(
            destination ->
                new Admission(
                    destination,
                    message.callModel() instanceof CallModel.GatekeeperRouted,
                    message.bandWidth(),
                    message.irrFrequency().map(Duration::ofSeconds),
                    message.destinationInfo().orElse(List.of()),
                    message));
  }
}
