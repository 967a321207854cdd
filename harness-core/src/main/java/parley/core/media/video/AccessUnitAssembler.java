package parley.core.media.video;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parley.core.wire.Octets;

/** Puts payloads that come in order together to NAL units and these to access units. */
final class AccessUnitAssembler {
  private static final int MOST_UNITS = 4096;
  private static final int MOST_FRAGMENT_OCTETS = 4 << 20;
  private static final int MOST_VIOLATIONS = 1000;

  private final Map<PayloadStructure, Long> structures = new EnumMap<>(PayloadStructure.class);
  private final List<PayloadViolation> violations = new ArrayList<>();
  private long violationCount;

  /** Packets lost since the last one that came. */
  private int gap;

  private boolean open;
  private long timestamp;
  private int missingBefore;
  private int missingInside;
  private boolean marked;
  private final List<ReceivedNal> units = new ArrayList<>();
  private final List<Long> packets = new ArrayList<>();

  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private final List<Long> fragmentPackets = new ArrayList<>();
  private boolean fragmentsWhole;

  Map<PayloadStructure, Long> structures() {
    return structures;
  }

  List<PayloadViolation> violations() {
    return violations;
  }

  long violationCount() {
    return violationCount;
  }

  void missing(int count) {
    gap += count;
  }

  /** The sender began anew: what is open ends here. */
  void startAnew(RtpInput first, List<AccessUnit> finished) {
    violation(first, "the sequence number jumps (RFC 3550 §5.1)");
    finish(finished);
  }

  void finish(List<AccessUnit> finished) {
    endFragments(false);
    close(0, finished);
    gap = 0;
  }

  void accept(RtpInput packet, List<AccessUnit> finished) {
    int lost = gap;
    gap = 0;
    if (lost > 0) {
      endFragments(false);
    }
    if (open && packet.timestamp() != timestamp) {
      endFragments(false);
      close(lost, finished);
    }
    if (!open) {
      open = true;
      timestamp = packet.timestamp();
      missingBefore = lost;
    } else {
      missingInside += lost;
    }
    packets.add(packet.packet());
    read(packet);
    if (packet.marker()) {
      endFragments(false);
      marked = true;
      close(0, finished);
    }
  }

  private void close(int lostBehind, List<AccessUnit> finished) {
    if (!open) {
      return;
    }
    finished.add(
        new AccessUnit(
            timestamp, units, packets, missingBefore, missingInside, lostBehind, marked));
    open = false;
    marked = false;
    missingBefore = 0;
    missingInside = 0;
    units.clear();
    packets.clear();
  }

  private void read(RtpInput packet) {
    Octets payload = packet.payload();
    PayloadStructure structure = PayloadStructure.of(payload);
    structures.merge(structure, 1L, Long::sum);
    if (structure != PayloadStructure.FU_A && fragmentPackets.size() > 0) {
      violation(packet, "another NAL unit within a fragmented one (RFC 6184 §5.8)");
      endFragments(false);
    }
    switch (structure) {
      case SINGLE -> add(packet, payload, List.of(packet.packet()), true);
      case STAP_A -> aggregated(packet, payload);
      case FU_A -> fragment(packet, payload);
      case STAP_B, MTAP16, MTAP24, FU_B ->
          violation(packet, structure + " is for packetization-mode 2 only (RFC 6184 §5.2)");
      case RESERVED ->
          violation(
              packet,
              "payload type octet " + (payload.u8(0) & 0x1f) + " is reserved (RFC 6184 §5.2)");
      case EMPTY -> violation(packet, "a payload without octets (RFC 6184 §5.3)");
    }
  }

  private void aggregated(RtpInput packet, Octets payload) {
    int at = 1;
    if (payload.length() == 1) {
      violation(packet, "a STAP-A without NAL units (RFC 6184 §5.7.1)");
    }
    while (at < payload.length()) {
      if (at + 2 > payload.length()) {
        violation(packet, "a STAP-A ends within a size (RFC 6184 §5.7.1)");
        return;
      }
      int size = payload.u16(at);
      at += 2;
      int here = Math.min(size, payload.length() - at);
      if (here == 0) {
        violation(packet, "a STAP-A holds an empty NAL unit (RFC 6184 §5.7.1)");
        continue;
      }
      if (here < size) {
        violation(packet, "a STAP-A is shorter than its sizes (RFC 6184 §5.7.1)");
      }
      Octets nal = payload.slice(at, here);
      if ((nal.u8(0) & 0x1f) >= 24 || (nal.u8(0) & 0x1f) == 0) {
        violation(packet, "a STAP-A holds type " + (nal.u8(0) & 0x1f) + " (RFC 6184 §5.7.1)");
      } else {
        add(packet, nal, List.of(packet.packet()), here == size);
      }
      at += here;
    }
  }

  private void fragment(RtpInput packet, Octets payload) {
    if (payload.length() < 3) {
      violation(packet, "a FU-A without fragment (RFC 6184 §5.8)");
      endFragments(false);
      return;
    }
    int header = payload.u8(1);
    boolean start = (header & 0x80) != 0;
    boolean end = (header & 0x40) != 0;
    int type = header & 0x1f;
    if (start && end) {
      violation(packet, "a FU-A is both first and last (RFC 6184 §5.8)");
    }
    if (type == 0 || type >= 24) {
      violation(packet, "a FU-A holds type " + type + " (RFC 6184 §5.8)");
      endFragments(false);
      return;
    }
    if (start) {
      endFragments(false);
      fragmentsWhole = true;
    }
    if (fragmentPackets.isEmpty()) {
      // Without the first fragment the rest is kept too, but never as a whole unit.
      fragmentsWhole = start;
      fragments.write((payload.u8(0) & 0xe0) | type);
    }
    fragmentPackets.add(packet.packet());
    if (fragments.size() + payload.length() <= MOST_FRAGMENT_OCTETS) {
      fragments.writeBytes(payload.from(2).toArray());
    } else {
      fragmentsWhole = false;
    }
    if (end) {
      endFragments(fragmentsWhole);
    }
  }

  private void endFragments(boolean whole) {
    if (fragmentPackets.isEmpty()) {
      return;
    }
    addUnit(Octets.of(fragments.toByteArray()), List.copyOf(fragmentPackets), whole);
    fragments.reset();
    fragmentPackets.clear();
  }

  private void add(RtpInput packet, Octets nal, List<Long> from, boolean whole) {
    if ((nal.u8(0) & 0x80) != 0) {
      violation(packet, "forbidden_zero_bit is set (RFC 6184 §1.3)");
    }
    addUnit(nal, from, whole);
  }

  private void addUnit(Octets nal, List<Long> from, boolean whole) {
    if (units.size() < MOST_UNITS) {
      units.add(new ReceivedNal(new NalUnit(nal), from, whole));
    }
  }

  private void violation(RtpInput packet, String what) {
    violationCount++;
    if (violations.size() < MOST_VIOLATIONS) {
      violations.add(new PayloadViolation(packet.packet(), what));
    }
  }
}
