package parley.lab.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.core.measure.Announcements;
import parley.core.measure.MeasuredCapture;
import parley.core.measure.Measurement;
import parley.core.record.CaptureScan;
import parley.core.suite.SignallingProtocol;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;

/**
 * Measures a capture file. Its first megabytes are read for signalling before all of it is
 * measured, since the clocks of dynamic payload types stand there. Only where later signalling says
 * otherwise is all of it measured once more.
 *
 * @param endedEarly why the file could not be read to its proper end
 * @param signallingPassedOver packets that may be signalling and were not looked at
 */
public record Measuring(
    MeasuredCapture measured, Optional<String> endedEarly, long signallingPassedOver) {
  private static final long BEGINNING = 4L << 20;

  /**
   * @param protocols asked for only where the capture holds what may be signalling
   * @throws IOException where the file cannot be read
   */
  public static Measuring of(Path file, Supplier<List<SignallingProtocol>> protocols)
      throws IOException {
    Measurement look = new Measurement(Announcements.NONE);
    boolean whole;
    try (Beginning beginning = new Beginning(Files.newInputStream(file))) {
      CaptureScan.over(beginning, look);
      whole = !beginning.cut;
    }
    Announcements known = announcements(look, protocols);
    Measurement measurement = new Measurement(known);
    CaptureScan.Ending ending = CaptureScan.over(file, measurement);
    if (!whole && measurement.signalling().size() > look.signalling().size()) {
      known = announcements(measurement, protocols);
      if (measurement.timedOtherwiseBy(known)) {
        measurement = new Measurement(known);
        ending = CaptureScan.over(file, measurement);
      }
    }
    return new Measuring(
        measurement.values(known), ending.endedEarly(), measurement.signallingPassedOver());
  }

  private static Announcements announcements(
      Measurement measurement, Supplier<List<SignallingProtocol>> protocols) {
    if (measurement.signalling().isEmpty()) {
      return Announcements.NONE;
    }
    TraceInput input = TraceInput.of(measurement.signalling());
    List<AnnouncedMedia> announced = new ArrayList<>();
    protocols.get().forEach(protocol -> announced.addAll(protocol.announcedMedia(input)));
    return new Announcements(announced);
  }

  /** A stream that ends after some megabytes. */
  private static final class Beginning extends InputStream {
    private final InputStream in;
    private long left = BEGINNING;
    private boolean cut;

    Beginning(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        cut |= in.read() >= 0;
        return -1;
      }
      int read = in.read(into, offset, (int) Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
