package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;

/**
 * A call that was admitted.
 *
 * @param callId its identifier, the same on both sides
 * @param source who calls, as the caller said
 * @param destination whom it is for, as the caller said
 * @param address where the called side takes it
 * @param called the called endpoint, where it is registered here
 * @param legs identifiers of the endpoints that have it
 * @param bandwidth granted, in units of 100 bit/s
 * @param heard when an endpoint last spoke of it, in nanoseconds
 */
public record AdmittedCall(
    Octets callId,
    Octets conferenceId,
    List<AliasAddress> source,
    List<AliasAddress> destination,
    InetSocketAddress address,
    Optional<RegisteredEndpoint> called,
    Set<String> legs,
    long bandwidth,
    long heard) {
  public AdmittedCall {
    source = List.copyOf(source);
    destination = List.copyOf(destination);
    legs = Set.copyOf(legs);
  }

  AdmittedCall with(String leg, long now) {
    Set<String> more = new TreeSet<>(legs);
    more.add(leg);
    return copy(more, bandwidth, now);
  }

  AdmittedCall without(String leg) {
    Set<String> fewer = new TreeSet<>(legs);
    fewer.remove(leg);
    return copy(fewer, bandwidth, heard);
  }

  AdmittedCall at(long granted) {
    return copy(legs, granted, heard);
  }

  AdmittedCall heardAt(long now) {
    return copy(legs, bandwidth, now);
  }

  private AdmittedCall copy(Set<String> nextLegs, long nextBandwidth, long nextHeard) {
    return new AdmittedCall(
        callId,
        conferenceId,
        source,
        destination,
        address,
        called,
        nextLegs,
        nextBandwidth,
        nextHeard);
  }
}
