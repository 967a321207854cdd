package parley.h323.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.core.wire.Octets;
import parley.h323.h460.IncomingCallIndication;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/** By what a message names its call. */
final class CallKeys {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private CallKeys() {}

  /** The call identifier (H.225.0 clause 7.6): one call from end to end, whoever routes it. */
  static Optional<String> callIdentifier(Part body) {
    return body.at("callIdentifier", "guid")
        .flatMap(CallKeys::identifier)
        .or(() -> perCall(body))
        .or(() -> announced(body));
  }

  /** H.460.18 clause 9: a gatekeeper announces a call that the endpoint is to fetch. */
  private static Optional<String> announced(Part body) {
    return body.part("genericData").map(Part::elements).stream()
        .flatMap(List::stream)
        .filter(
            data -> data.at("id", "standard").flatMap(Part::text).filter("18"::equals).isPresent())
        .flatMap(data -> data.part("parameters").map(Part::elements).stream().flatMap(List::stream))
        .map(parameter -> parameter.at("content", "raw").flatMap(Part::octets))
        .flatMap(Optional::stream)
        .map(raw -> DECODER.decode(IncomingCallIndication.TYPE, raw))
        .map(result -> new Part(IncomingCallIndication.TYPE, result.value()))
        .map(indication -> indication.at("callID", "guid").flatMap(CallKeys::identifier))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** An infoRequestResponse names a list of calls; it stands with the first. */
  private static Optional<String> perCall(Part body) {
    return body.part("perCallInfo").map(Part::elements).stream()
        .flatMap(List::stream)
        .map(info -> info.at("callIdentifier", "guid").flatMap(CallKeys::identifier))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<String> conference(Part body) {
    return body.part("conferenceID").flatMap(CallKeys::identifier);
  }

  /** Zeros are sent by those that know none. */
  private static Optional<String> identifier(Part part) {
    return part.octets()
        .filter(octets -> octets.length() == 16)
        .filter(octets -> octets.s64(0) != 0 || octets.s64(8) != 0)
        .map(CallKeys::text);
  }

  private static String text(Octets octets) {
    return new UUID(octets.s64(0), octets.s64(8)).toString();
  }
}
