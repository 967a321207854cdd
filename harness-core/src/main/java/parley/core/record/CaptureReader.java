package parley.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.core.wire.Octets;

/**
 * Reads pcapng and classic pcap, our own and anybody's, one packet at a time in constant memory.
 * Content never throws: what cannot be read becomes {@link Packet.Unread}, and a file that is cut
 * off or damaged beyond the next packet ends with one that says so. {@link IOException} means the
 * file could not be read at all.
 *
 * <p>Link types: Ethernet with VLAN tags, Linux cooked 1 and 2, raw IP, loopback, exported PDU.
 */
public final class CaptureReader implements Closeable {
  static final String NO_CAPTURE = "neither pcapng nor pcap";

  private final InputStream stream;
  private final Optional<FrameSource> frames;
  private final PacketReading reading = new PacketReading();
  private Optional<String> endedEarly = Optional.empty();
  private long last;
  private long lastTime;
  private boolean ended;

  private CaptureReader(InputStream stream, Optional<FrameSource> frames) {
    this.stream = stream;
    this.frames = frames;
  }

  public static CaptureReader open(Path path) throws IOException {
    return of(Files.newInputStream(path));
  }

  /** Reads from {@code stream} and closes it when closed. */
  public static CaptureReader of(InputStream stream) throws IOException {
    return new CaptureReader(stream, frames(stream));
  }

  /** The file's frames; empty where it is no capture. */
  static Optional<FrameSource> frames(InputStream stream) throws IOException {
    CaptureInput in = new CaptureInput(stream);
    if (!in.has(4)) {
      return Optional.empty();
    }
    long magic = in.u32(0, false);
    if (PcapngFrames.begins(magic)) {
      return Optional.of(new PcapngFrames(in));
    }
    return PcapFrames.begins(magic) ? Optional.of(PcapFrames.open(in)) : Optional.empty();
  }

  /** The whole file in memory. */
  public static List<Packet> readAll(Path path) throws IOException {
    try (CaptureReader reader = open(path)) {
      return reader.rest();
    }
  }

  /** The whole of {@code stream} in memory; closes it. */
  public static List<Packet> readAll(InputStream stream) throws IOException {
    try (CaptureReader reader = of(stream)) {
      return reader.rest();
    }
  }

  public static void forEach(Path path, Consumer<? super Packet> each) throws IOException {
    try (CaptureReader reader = open(path)) {
      for (Optional<Packet> p = reader.next(); p.isPresent(); p = reader.next()) {
        each.accept(p.get());
      }
    }
  }

  /** The next packet; empty at the end. */
  public Optional<Packet> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    if (frames.isPresent() && frames.get().advance()) {
      last = frames.get().number;
      lastTime = frames.get().timeNanos;
      return Optional.of(reading.packet(frames.get()));
    }
    ended = true;
    endedEarly = frames.map(FrameSource::endedEarly).orElse(Optional.of(NO_CAPTURE));
    return endedEarly.map(why -> new Packet.Unread(last + 1, lastTime, why, Octets.EMPTY));
  }

  /**
   * Why the reading ended before the proper end of the file: cut off, damaged, no capture. Known
   * when {@link #next()} has been empty; the last packet says the same.
   */
  public Optional<String> endedEarly() {
    return endedEarly;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private List<Packet> rest() throws IOException {
    List<Packet> packets = new ArrayList<>();
    for (Optional<Packet> packet = next(); packet.isPresent(); packet = next()) {
      packets.add(packet.get());
    }
    return packets;
  }
}
