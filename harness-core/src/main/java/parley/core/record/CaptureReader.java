package parley.core.record;

import java.io.BufferedInputStream;
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
  private static final int BUFFER = 1 << 16;

  private final InputStream stream;
  private final Optional<FrameSource> frames;
  private final InternetLayer internet = new InternetLayer();
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
    CaptureInput in = new CaptureInput(new BufferedInputStream(stream, BUFFER));
    Octets magic = in.peek();
    if (PcapngFrames.begins(magic)) {
      return new CaptureReader(stream, Optional.of(new PcapngFrames(in)));
    }
    if (PcapFrames.begins(magic)) {
      return new CaptureReader(stream, Optional.of(PcapFrames.open(in)));
    }
    return new CaptureReader(stream, Optional.empty());
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
    Optional<Frame> frame = frames.isPresent() ? frames.get().next() : Optional.empty();
    if (frame.isPresent()) {
      last = frame.get().number();
      lastTime = frame.get().timeNanos();
      return Optional.of(packet(frame.get()));
    }
    ended = true;
    endedEarly =
        frames.isPresent() ? frames.get().endedEarly() : Optional.of("neither pcapng nor pcap");
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

  private Packet packet(Frame frame) {
    if (frame.damage().isPresent()) {
      return frame.unread(frame.damage().get());
    }
    if (frame.linkType() == CaptureWriter.LINK_EXPORTED_PDU) {
      return ExportedPdu.decode(frame.octets())
          .map(pdu -> exported(frame, pdu))
          .orElseGet(() -> frame.unread("tags of an exported PDU cut off"));
    }
    return LinkLayer.internet(frame)
        .map(ip -> internet.read(frame, ip))
        .orElseGet(() -> frame.unread("no IP in a frame of link type " + frame.linkType()));
  }

  private static Packet exported(Frame frame, ExportedPdu pdu) {
    if (pdu.ends().isEmpty()) {
      return pdu.dissector().equals(LabNoteJson.DISSECTOR)
          ? LabNoteJson.read(pdu.content())
              .<Packet>map(note -> new Packet.Remark(frame.number(), frame.timeNanos(), note))
              .orElseGet(() -> frame.unread("a remark this version does not know"))
          : frame.unread("exported PDU without addresses");
    }
    Transport transport =
        pdu.portType() == ExportedPdu.PORT_UDP
            ? Transport.UDP
            : frame.comments().contains(CaptureWriter.OVER_TLS) ? Transport.TLS : Transport.TCP;
    return new Packet.Message(
        frame.number(),
        frame.timeNanos(),
        frame.heading(),
        pdu.dissector(),
        transport,
        pdu.ends().get().source(),
        pdu.ends().get().destination(),
        pdu.content());
  }
}
