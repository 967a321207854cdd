package parley.core.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Classic pcap, micro- and nanoseconds, both byte orders (draft-ietf-opsawg-pcap). */
final class PcapFrames extends FrameSource {
  private static final long MICROS = 0xa1b2c3d4L;
  private static final long NANOS = 0xa1b23c4dL;

  private final int nanosPerUnit;

  private PcapFrames(CaptureInput in, boolean littleEndian, int nanosPerUnit) {
    super(in);
    this.littleEndian = littleEndian;
    this.nanosPerUnit = nanosPerUnit;
  }

  /** Of the file's first four octets. */
  static boolean begins(long magic) {
    return is(magic, MICROS) || is(magic, NANOS);
  }

  static FrameSource open(CaptureInput in) throws IOException {
    long magic = in.u32(0, false);
    boolean littleEndian = magic >> 24 != 0xa1;
    PcapFrames frames = new PcapFrames(in, littleEndian, is(magic, NANOS) ? 1 : 1000);
    if (!in.has(24)) {
      frames.endedEarly = Optional.of("the file ends in its header");
      return frames;
    }
    // The upper bits tell of a frame check sequence.
    frames.linkType = (int) in.u32(20, littleEndian) & 0xffff;
    in.pass(24);
    return frames;
  }

  private static boolean is(long magic, long wanted) {
    return magic == wanted || (Integer.reverseBytes((int) magic) & 0xffff_ffffL) == wanted;
  }

  @Override
  boolean advance() throws IOException {
    if (endedEarly.isPresent() || !in.has(1)) {
      return false;
    }
    if (!in.has(16)) {
      return end("the file ends in the header of packet " + (number + 1));
    }
    long captured = in.u32(8, littleEndian);
    if (captured > CaptureWriter.LONGEST) {
      return end("packet " + (number + 1) + " claims " + captured + " octets");
    }
    if (!in.has(16 + (int) captured)) {
      return end("the file ends in packet " + (number + 1));
    }
    number++;
    timeNanos = in.u32(0, littleEndian) * 1_000_000_000L + in.u32(4, littleEndian) * nanosPerUnit;
    at = in.at() + 16;
    length = (int) captured;
    in.pass(16 + length);
    return true;
  }

  private boolean end(String why) {
    endedEarly = Optional.of(why);
    return false;
  }

  @Override
  Frame frame() {
    return new Frame(
        number,
        timeNanos,
        linkType,
        littleEndian,
        copy(at, length),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
