package parley.h323.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.CapabilityTable.Receivable;
import parley.h323.capability.MediaCapability;

/**
 * What we can send of what the other side receives, in its order: whoever receives says what it
 * would rather have (H.245 clause 7.2, preference of alternatives).
 */
final class ChannelChoice {
  /**
   * One possibility.
   *
   * @param entry of the other side's capability table
   * @param medium as the channel is to say it
   * @param format as it is to be sent: our payload type, the other side's limits
   */
  record Candidate(int entry, MediaCapability medium, Format format) {}

  private ChannelChoice() {}

  /**
   * All possibilities for a line.
   *
   * @param busy entries already in use, with which the new one must go together
   */
  static List<Candidate> candidates(
      MediaLine line, CapabilityTable theirs, CapabilityFormats formats, Collection<Integer> busy) {
    List<Receivable> receivable = theirs.receivable(line.kind(), formats);
    List<Candidate> found = new ArrayList<>();
    for (Receivable each : receivable) {
      for (Format ours : line.formats()) {
        if (FormatMatch.same(ours, each.format()) && fits(theirs, busy, each.entry())) {
          Format format = each.format().withPayloadType(ours.payloadType());
          medium(line.kind(), format, each.medium(), formats)
              .ifPresent(medium -> found.add(new Candidate(each.entry(), medium, format)));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean fits(CapabilityTable theirs, Collection<Integer> busy, int entry) {
    List<Integer> all = new ArrayList<>(busy);
    all.add(entry);
    return theirs.together(all);
  }

  /** The format said by us; where we cannot, the other side's own words, which it understands. */
  private static Optional<MediaCapability> medium(
      MediaKind kind, Format format, MediaCapability theirs, CapabilityFormats formats) {
    return formats.capability(kind, format).or(() -> Optional.of(theirs));
  }
}
