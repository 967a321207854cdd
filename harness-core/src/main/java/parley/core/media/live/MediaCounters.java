package parley.core.media.live;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.media.rtp.Ssrc;

/**
 * What a line has carried in one direction so far. For scripts only: verdicts come from the record.
 *
 * @param packets RTP packets
 * @param octets of their payloads
 * @param first when the first packet came or left
 * @param ssrc source of the last packet
 * @param byPayloadType packets by payload type
 */
public record MediaCounters(
    long packets,
    long octets,
    Optional<Instant> first,
    Optional<Ssrc> ssrc,
    Map<Integer, Long> byPayloadType) {
  static final MediaCounters NONE =
      new MediaCounters(0, 0, Optional.empty(), Optional.empty(), Map.of());

  public MediaCounters {
    byPayloadType = Collections.unmodifiableMap(new TreeMap<>(byPayloadType));
  }

  MediaCounters plus(Ssrc source, int payloadType, int payloadOctets, Instant now) {
    Map<Integer, Long> types = new TreeMap<>(byPayloadType);
    types.merge(payloadType, 1L, Long::sum);
    return new MediaCounters(
        packets + 1,
        octets + payloadOctets,
        first.or(() -> Optional.of(now)),
        Optional.of(source),
        types);
  }
}
