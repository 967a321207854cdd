package parley.h323.traversal;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.h323.h225.Content;
import parley.h323.h225.EnumeratedParameter;
import parley.h323.h225.GenericData;
import parley.h323.ras.NetworkAddresses;

/**
 * What endpoint and gatekeeper say of the NAT between them when registering (H.460.23).
 *
 * <p>That an endpoint says it supports probing (parameters 1, 2 and 7) is tested against captures
 * of h323plus; the numbers of the others are those public implementations use, and no capture holds
 * them.
 *
 * @param remoteNat whether the endpoint can help others with its NAT
 * @param sameNat whether it probes for a common NAT (H.460.24 Annex A)
 * @param proxyOffload whether it lets a proxy be left out (H.460.24 Annex B)
 * @param localNat the gatekeeper's finding whether the endpoint is behind a NAT
 * @param detectedRas the RAS address the gatekeeper saw
 * @param stunServer where the endpoint may find out the type of its NAT
 * @param natType the type it found, 0 to 255
 */
public record NatProbing(
    Optional<Boolean> remoteNat,
    Optional<Boolean> sameNat,
    Optional<Boolean> proxyOffload,
    Optional<Boolean> localNat,
    Optional<InetSocketAddress> detectedRas,
    Optional<InetSocketAddress> stunServer,
    Optional<Integer> natType) {
  /** Number of the feature. */
  public static final int FEATURE = 23;

  private static final int REMOTE_NAT = 1;
  private static final int SAME_NAT = 2;
  private static final int LOCAL_NAT = 3;
  private static final int DETECTED_RAS = 4;
  private static final int STUN_SERVER = 5;
  private static final int NAT_TYPE = 6;
  private static final int PROXY_OFFLOAD = 7;

  /** What stands in a feature; what is not there or has another type is empty. */
  public static NatProbing of(GenericData feature) {
    return new NatProbing(
        truth(feature, REMOTE_NAT),
        truth(feature, SAME_NAT),
        truth(feature, PROXY_OFFLOAD),
        truth(feature, LOCAL_NAT),
        address(feature, DETECTED_RAS),
        address(feature, STUN_SERVER),
        Features.content(feature, NAT_TYPE)
            .filter(Content.Number8.class::isInstance)
            .map(content -> ((Content.Number8) content).value()));
  }

  static Optional<Boolean> truth(GenericData feature, int parameter) {
    return Features.content(feature, parameter)
        .filter(Content.Bool.class::isInstance)
        .map(content -> ((Content.Bool) content).value());
  }

  static Optional<InetSocketAddress> address(GenericData feature, int parameter) {
    return Features.content(feature, parameter)
        .filter(Content.Transport.class::isInstance)
        .flatMap(content -> NetworkAddresses.of(((Content.Transport) content).value()));
  }

  /** The feature as GRQ, RRQ and RCF carry it. */
  public GenericData feature() {
    List<EnumeratedParameter> all = new ArrayList<>();
    remoteNat.ifPresent(it -> all.add(Features.parameter(REMOTE_NAT, new Content.Bool(it))));
    sameNat.ifPresent(it -> all.add(Features.parameter(SAME_NAT, new Content.Bool(it))));
    localNat.ifPresent(it -> all.add(Features.parameter(LOCAL_NAT, new Content.Bool(it))));
    detectedRas.ifPresent(
        it ->
            all.add(
                Features.parameter(
                    DETECTED_RAS, new Content.Transport(NetworkAddresses.transport(it)))));
    stunServer.ifPresent(
        it ->
            all.add(
                Features.parameter(
                    STUN_SERVER, new Content.Transport(NetworkAddresses.transport(it)))));
    natType.ifPresent(it -> all.add(Features.parameter(NAT_TYPE, new Content.Number8(it))));
    proxyOffload.ifPresent(it -> all.add(Features.parameter(PROXY_OFFLOAD, new Content.Bool(it))));
    return Features.feature(FEATURE, all);
  }
}
