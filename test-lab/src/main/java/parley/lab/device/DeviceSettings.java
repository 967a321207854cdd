package parley.lab.device;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.core.call.Target;
import parley.core.plan.PortRange;
import parley.profiles.Profile;

/**
 * A simulated device.
 *
 * @param protocol what it speaks
 * @param profile what it claims to support
 * @param address where it listens
 * @param port 0 lets the system choose
 * @param mediaPorts for RTP and RTCP
 * @param registrar where it registers, if anywhere
 * @param account with what it registers
 * @param registerEvery how often
 */
public record DeviceSettings(
    DeviceProtocol protocol,
    Profile profile,
    InetAddress address,
    int port,
    PortRange mediaPorts,
    Optional<Target> registrar,
    Optional<Credentials> account,
    Duration registerEvery) {
  /** Away from the harness's own media ports, so that both can live on one address. */
  public static final PortRange MEDIA_PORTS = new PortRange(41_000, 41_999);

  public static DeviceSettings on(InetAddress address, Profile profile) {
    return on(DeviceProtocol.SIP, address, profile);
  }

  /** The same over {@code protocol}. */
  public static DeviceSettings on(DeviceProtocol protocol, InetAddress address, Profile profile) {
    return new DeviceSettings(
        protocol,
        profile,
        address,
        0,
        MEDIA_PORTS,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(2));
  }

  public DeviceSettings registeringAt(Target where, Credentials with) {
    return new DeviceSettings(
        protocol,
        profile,
        address,
        port,
        mediaPorts,
        Optional.of(where),
        Optional.of(with),
        registerEvery);
  }

  public DeviceSettings over(DeviceProtocol other) {
    return new DeviceSettings(
        other, profile, address, port, mediaPorts, registrar, account, registerEvery);
  }
}
