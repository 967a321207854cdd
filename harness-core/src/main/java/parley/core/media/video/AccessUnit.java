package parley.core.media.video;

import java.util.List;

/**
 * The NAL units that share a timestamp, as they came.
 *
 * @param timestamp RTP timestamp
 * @param units in decoding order
 * @param packets numbers of all packets with this timestamp
 * @param missingBefore packets lost between the unit before and this one: whole units, the end of
 *     the one before or the start of this one
 * @param missingInside packets lost between packets of this unit
 * @param missingAfter packets lost behind this unit although its end was not marked
 * @param marked true where the last packet had the marker bit
 */
public record AccessUnit(
    long timestamp,
    List<ReceivedNal> units,
    List<Long> packets,
    int missingBefore,
    int missingInside,
    int missingAfter,
    boolean marked) {
  public AccessUnit {
    units = List.copyOf(units);
    packets = List.copyOf(packets);
  }

  /** True where nothing can be missing from it. */
  public boolean complete() {
    return missingBefore == 0
        && missingInside == 0
        && missingAfter == 0
        && units.stream().allMatch(ReceivedNal::complete);
  }

  public List<NalUnit> nals() {
    return units.stream().map(ReceivedNal::nal).toList();
  }

  /** The units of which nothing is missing. */
  public List<NalUnit> completeNals() {
    return units.stream().filter(ReceivedNal::complete).map(ReceivedNal::nal).toList();
  }

  /** True where one of its slices belongs to an IDR picture. */
  public boolean hasIdr() {
    return units.stream().anyMatch(unit -> unit.nal().isIdr());
  }
}
