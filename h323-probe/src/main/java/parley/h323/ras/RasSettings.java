package parley.h323.ras;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.EndpointType;
import parley.h323.h225.GenericData;
import parley.h323.h225.H221NonStandard;
import parley.h323.h225.TerminalInfo;
import parley.h323.h225.VendorIdentifier;
import parley.h323.ras.password.PasswordMethod;

/**
 * What an endpoint tells its gatekeeper and how it deals with it.
 *
 * @param gatekeeper where requests go first; the gatekeeper may name another address in its answer
 * @param gatekeeperIdentifier the one that is wanted, if any
 * @param discovery whether a GRQ goes before the first RRQ (H.225.0 clause 7.2)
 * @param aliases names to register
 * @param callSignalling where calls are taken
 * @param type what kind of endpoint this is
 * @param credentials what proves who we are; the user is an alias
 * @param method how the password is proved; empty takes what the gatekeeper chooses in its GCF
 * @param timeToLive for how long a registration is asked
 * @param features H.460 features said to be supported in GRQ and RRQ
 * @param patience share of the Recommendation's waiting times in per cent; a test takes less
 * @param keepRegistered whether a registration that was lost is renewed unasked
 */
public record RasSettings(
    InetSocketAddress gatekeeper,
    Optional<String> gatekeeperIdentifier,
    boolean discovery,
    List<AliasAddress> aliases,
    List<InetSocketAddress> callSignalling,
    EndpointType type,
    Optional<Credentials> credentials,
    Optional<PasswordMethod> method,
    Duration timeToLive,
    List<GenericData> features,
    int patience,
    boolean keepRegistered) {
  /** Where gatekeepers answer by default. */
  public static final int PORT = 1719;

  public RasSettings {
    aliases = List.copyOf(aliases);
    callSignalling = List.copyOf(callSignalling);
    features = List.copyOf(features);
    if (timeToLive.toSeconds() < 1 || patience < 1) {
      throw new IllegalArgumentException("times must be longer than nothing");
    }
  }

  /** A terminal with the usual behaviour: discovery, 60 s to live, renewed by itself. */
  public static RasSettings terminal(
      InetSocketAddress gatekeeper,
      List<AliasAddress> aliases,
      List<InetSocketAddress> callSignalling,
      String product,
      String version) {
    return new RasSettings(
        gatekeeper,
        Optional.empty(),
        true,
        aliases,
        callSignalling,
        EndpointType.with()
            .vendor(vendor(product, version))
            .terminal(TerminalInfo.with().build())
            .mc(false)
            .undefinedNode(false)
            .build(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        List.of(),
        100,
        true);
  }

  /** A vendor without a manufacturer code: there is none assigned to this program. */
  public static VendorIdentifier vendor(String product, String version) {
    VendorIdentifier.Builder vendor =
        VendorIdentifier.with()
            .vendor(
                H221NonStandard.with()
                    .t35CountryCode(0xb5)
                    .t35Extension(0)
                    .manufacturerCode(0)
                    .build())
            .productId(Octets.ofText(product, StandardCharsets.US_ASCII));
    if (!version.isEmpty()) {
      vendor.versionId(Octets.ofText(version, StandardCharsets.US_ASCII));
    }
    return vendor.build();
  }

  /** The vendor of the endpoint type, which an RRQ repeats. */
  VendorIdentifier vendor() {
    return type.vendor().orElseGet(() -> vendor("?", "?"));
  }

  public RasSettings with(Credentials account) {
    return copy(
        discovery, Optional.of(account), method, timeToLive, features, patience, keepRegistered);
  }

  public RasSettings with(PasswordMethod way) {
    return copy(
        discovery, credentials, Optional.of(way), timeToLive, features, patience, keepRegistered);
  }

  public RasSettings withTimeToLive(Duration time) {
    return copy(discovery, credentials, method, time, features, patience, keepRegistered);
  }

  public RasSettings withFeatures(List<GenericData> supported) {
    return copy(discovery, credentials, method, timeToLive, supported, patience, keepRegistered);
  }

  public RasSettings withPatience(int percent) {
    return copy(discovery, credentials, method, timeToLive, features, percent, keepRegistered);
  }

  public RasSettings withoutDiscovery() {
    return copy(false, credentials, method, timeToLive, features, patience, keepRegistered);
  }

  public RasSettings withoutRenewal() {
    return copy(discovery, credentials, method, timeToLive, features, patience, false);
  }

  private RasSettings copy(
      boolean nextDiscovery,
      Optional<Credentials> nextCredentials,
      Optional<PasswordMethod> nextMethod,
      Duration nextTimeToLive,
      List<GenericData> nextFeatures,
      int nextPatience,
      boolean nextKeepRegistered) {
    return new RasSettings(
        gatekeeper,
        gatekeeperIdentifier,
        nextDiscovery,
        aliases,
        callSignalling,
        type,
        nextCredentials,
        nextMethod,
        nextTimeToLive,
        nextFeatures,
        nextPatience,
        nextKeepRegistered);
  }
}
