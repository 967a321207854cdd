package parley.core.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/** Classic pcap, micro- and nanoseconds, both byte orders (draft-ietf-opsawg-pcap). */
final class PcapFrames implements FrameSource {
  private static final long MICROS = 0xa1b2c3d4L;
  private static final long NANOS = 0xa1b23c4dL;

  private final CaptureInput in;
  private final boolean littleEndian;
  private final int nanosPerUnit;
  private final int linkType;
  private long number;
  private Optional<String> endedEarly = Optional.empty();

  private PcapFrames(CaptureInput in, boolean littleEndian, int nanosPerUnit, int linkType) {
    this.in = in;
    this.littleEndian = littleEndian;
    this.nanosPerUnit = nanosPerUnit;
    this.linkType = linkType;
  }

  static boolean begins(Octets magic) {
    return magic.length() == 4 && (is(magic, MICROS) || is(magic, NANOS));
  }

  static FrameSource open(CaptureInput in) throws IOException {
    Octets head = in.read(24);
    boolean littleEndian = CaptureInput.u32(head, 0, false) >> 24 != 0xa1;
    int nanosPerUnit = is(head, NANOS) ? 1 : 1000;
    if (head.length() < 24) {
      PcapFrames empty = new PcapFrames(in, littleEndian, nanosPerUnit, 0);
      empty.endedEarly = Optional.of("the file ends in its header");
      return empty;
    }
    // The upper bits tell of a frame check sequence.
    int linkType = (int) CaptureInput.u32(head, 20, littleEndian) & 0xffff;
    return new PcapFrames(in, littleEndian, nanosPerUnit, linkType);
  }

  private static boolean is(Octets octets, long magic) {
    return CaptureInput.u32(octets, 0, false) == magic
        || CaptureInput.u32(octets, 0, true) == magic;
  }

  @Override
  public Optional<Frame> next() throws IOException {
    if (endedEarly.isPresent() || in.atEnd()) {
      return Optional.empty();
    }
    Octets head = in.read(16);
    if (head.length() < 16) {
      endedEarly = Optional.of("the file ends in the header of packet " + (number + 1));
      return Optional.empty();
    }
    long captured = CaptureInput.u32(head, 8, littleEndian);
    if (captured > CaptureWriter.LONGEST) {
      endedEarly = Optional.of("packet " + (number + 1) + " claims " + captured + " octets");
      return Optional.empty();
    }
    Octets octets = in.read((int) captured);
    if (octets.length() < captured) {
      endedEarly = Optional.of("the file ends in packet " + (number + 1));
      return Optional.empty();
    }
    number++;
    long time =
        CaptureInput.u32(head, 0, littleEndian) * 1_000_000_000L
            + CaptureInput.u32(head, 4, littleEndian) * nanosPerUnit;
    return Optional.of(
        new Frame(
            number,
            time,
            linkType,
            littleEndian,
            octets,
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  @Override
  public Optional<String> endedEarly() {
    return endedEarly;
  }
}
