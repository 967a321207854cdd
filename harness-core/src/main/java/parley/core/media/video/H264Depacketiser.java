package parley.core.media.video;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Takes RTP packets of one H.264 stream and gives access units (RFC 6184 §7). Packets out of order
 * are put in place while fewer than {@code reorder} wait behind a gap; then the gap counts as lost.
 * Nothing a peer sends makes it fail.
 */
public final class H264Depacketiser {
  /** A jump of the sequence number beyond this is a new start of the sender (RFC 3550 §A.1). */
  private static final int GREATEST_JUMP = 3000;

  private final int reorder;
  private final TreeMap<Long, RtpInput> waiting = new TreeMap<>();
  private final AccessUnitAssembler assembler = new AccessUnitAssembler();
  private long next = -1;
  private long highest = -1;
  private long lost;
  private long late;
  private long reordered;

  /** Waits for up to 16 packets behind a gap. */
  public H264Depacketiser() {
    this(16);
  }

  /**
   * @param reorder packets that may wait behind a gap; 0 takes every gap as a loss at once
   */
  public H264Depacketiser(int reorder) {
    this.reorder = reorder;
  }

  /** Takes a packet and gives the access units that are finished by it. */
  public List<AccessUnit> accept(RtpInput packet) {
    List<AccessUnit> finished = new ArrayList<>();
    int sequence = packet.sequence() & 0xffff;
    if (next < 0) {
      next = 65536L + sequence;
      highest = next - 1;
    }
    long extended = highest + (short) (sequence - (int) (highest & 0xffff));
    if (Math.abs(extended - highest) > GREATEST_JUMP) {
      drain(finished);
      assembler.startAnew(packet, finished);
      next = 65536L + sequence;
      highest = next - 1;
      extended = next;
    }
    if (extended < next || waiting.containsKey(extended)) {
      late++;
      return List.copyOf(finished);
    }
    if (extended < highest) {
      reordered++;
    }
    highest = Math.max(highest, extended);
    waiting.put(extended, packet);
    inOrder(finished);
    while (waiting.size() > reorder) {
      skipGap();
      inOrder(finished);
    }
    return List.copyOf(finished);
  }

  /** Gives what is left when no packet will come any more. */
  public List<AccessUnit> finish() {
    List<AccessUnit> finished = new ArrayList<>();
    drain(finished);
    assembler.finish(finished);
    return List.copyOf(finished);
  }

  public PayloadTally tally() {
    return new PayloadTally(
        assembler.structures(),
        lost,
        late,
        reordered,
        assembler.violationCount(),
        assembler.violations());
  }

  private void drain(List<AccessUnit> finished) {
    while (!waiting.isEmpty()) {
      skipGap();
      inOrder(finished);
    }
  }

  private void skipGap() {
    long first = waiting.firstKey();
    int missing = (int) (first - next);
    lost += missing;
    assembler.missing(missing);
    next = first;
  }

  private void inOrder(List<AccessUnit> finished) {
    RtpInput packet = waiting.remove(next);
    while (packet != null) {
      assembler.accept(packet, finished);
      next++;
      packet = waiting.remove(next);
    }
  }
}
