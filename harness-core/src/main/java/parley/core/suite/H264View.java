package parley.core.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.media.video.AccessUnit;
import parley.core.media.video.H264Depacketiser;
import parley.core.media.video.NalUnit;
import parley.core.media.video.ParameterSets;
import parley.core.media.video.PayloadTally;
import parley.core.media.video.RtpInput;
import parley.core.media.video.SequenceParameterSet;
import parley.core.record.Heading;
import parley.core.transcript.CallEvent;

/**
 * The H.264 that one side sent in a call, taken out of its RTP packets.
 *
 * @param packets how many packets carried it
 * @param units access units in order
 * @param tally how they were packed
 * @param times when each packet passed the socket, by packet number, in nanoseconds
 * @param limits the format of ours the stream must keep to; empty where no H.264 was agreed
 */
public record H264View(
    long packets,
    List<AccessUnit> units,
    PayloadTally tally,
    Map<Long, Long> times,
    Optional<Format> limits) {
  public H264View {
    units = List.copyOf(units);
    times = Map.copyOf(times);
  }

  /** What the candidate sent as video. */
  public static H264View of(CallView view) {
    return of(view, MediaKind.VIDEO, Heading.RECEIVED);
  }

  /** What one side sent of that kind. */
  public static H264View of(CallView view, MediaKind kind, Heading heading) {
    List<Format> formats =
        view.call().all(CallEvent.Agreed.class).stream()
            .flatMap(agreed -> agreed.agreement().line(kind).stream())
            .map(line -> heading == Heading.SENT ? line.weMaySend() : line.theyMaySend())
            .flatMap(List::stream)
            .filter(format -> format.is("H264"))
            .toList();
    Set<Integer> types = formats.stream().map(Format::payloadType).collect(Collectors.toSet());
    H264Depacketiser depacketiser = new H264Depacketiser();
    List<AccessUnit> units = new ArrayList<>();
    Map<Long, Long> times = new HashMap<>();
    Optional<Format> used = formats.stream().findFirst();
    for (MediaFlow.Arrival packet : view.packets(kind, heading)) {
      int type = packet.rtp().payloadType();
      if (types.contains(type)) {
        if (times.isEmpty()) {
          used = formats.stream().filter(format -> format.payloadType() == type).findFirst();
        }
        times.put(packet.number(), packet.timeNanos());
        units.addAll(
            depacketiser.accept(
                new RtpInput(
                    packet.rtp().sequence().value(),
                    packet.rtp().timestamp(),
                    packet.rtp().marker(),
                    packet.rtp().payload(),
                    packet.number())));
      }
    }
    units.addAll(depacketiser.finish());
    return new H264View(times.size(), units, depacketiser.tally(), times, used);
  }

  /** When the first packet of an access unit passed the socket. */
  public long startNanos(AccessUnit unit) {
    return unit.packets().stream()
        .mapToLong(packet -> times.getOrDefault(packet, 0L))
        .min()
        .orElse(0);
  }

  /** The sequence parameter sets of the stream, each as often as it was sent. */
  public List<SequenceParameterSet> sequenceParameterSets() {
    return units.stream()
        .flatMap(unit -> unit.completeNals().stream())
        .filter(nal -> nal.type() == NalUnit.SEQUENCE_PARAMETER_SET)
        .flatMap(nal -> SequenceParameterSet.parse(nal).value().stream())
        .toList();
  }

  /** Parameter sets the candidate gave in signalling and in the stream. */
  public ParameterSets parameterSets() {
    ParameterSets sets = new ParameterSets();
    units.stream().flatMap(unit -> unit.completeNals().stream()).forEach(sets::see);
    return sets;
  }
}
