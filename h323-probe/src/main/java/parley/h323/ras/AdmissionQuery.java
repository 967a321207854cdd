package parley.h323.ras;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.GenericData;

/**
 * May this call be? (ARQ, H.225.0 clause 7.11.1)
 *
 * @param destination whom it goes to; may be empty where an address is given
 * @param destinationAddress call signalling address of the called side, where known
 * @param source who calls; empty means our own aliases
 * @param sourceAddress call signalling address of the calling side, where known
 * @param bandwidth in units of 100 bit/s, both directions together, headers not counted
 * @param features said to be supported for this call (H.460.9, .18, …)
 * @param genericData H.460 parameters of this call
 */
public record AdmissionQuery(
    CallIdentity call,
    List<AliasAddress> destination,
    Optional<InetSocketAddress> destinationAddress,
    List<AliasAddress> source,
    Optional<InetSocketAddress> sourceAddress,
    long bandwidth,
    List<GenericData> features,
    List<GenericData> genericData) {
  public AdmissionQuery {
    destination = List.copyOf(destination);
    source = List.copyOf(source);
    features = List.copyOf(features);
    genericData = List.copyOf(genericData);
  }

  /** For a call of ours to these aliases. */
  public static AdmissionQuery calling(
      CallIdentity call, List<AliasAddress> destination, long bandwidth) {
    return new AdmissionQuery(
        call,
        destination,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        bandwidth,
        List.of(),
        List.of());
  }

  /** For a call of ours to an address, whose owner may be none of the gatekeeper's. */
  public static AdmissionQuery calling(
      CallIdentity call, InetSocketAddress destination, long bandwidth) {
    return calling(call, List.of(), bandwidth).to(destination);
  }

  /**
   * For a call that came in.
   *
   * @param source what its Setup calls the caller
   * @param sourceAddress where the caller listens, if its Setup says so
   */
  public static AdmissionQuery answering(
      CallIdentity call,
      List<AliasAddress> source,
      Optional<InetSocketAddress> sourceAddress,
      List<AliasAddress> destination,
      long bandwidth) {
    return new AdmissionQuery(
        call,
        destination,
        Optional.empty(),
        source,
        sourceAddress,
        bandwidth,
        List.of(),
        List.of());
  }

  /** The same with the called side's address. */
  public AdmissionQuery to(InetSocketAddress address) {
    return new AdmissionQuery(
        call,
        destination,
        Optional.of(address),
        source,
        sourceAddress,
        bandwidth,
        features,
        genericData);
  }
}
