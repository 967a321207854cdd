package parley.core.record;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import parley.core.wire.Octets;

/**
 * Writes a record as pcapng with nanoseconds (draft-ietf-opsawg-pcapng), packet by packet: each has
 * been handed to the operating system when the call returns, so a killed run leaves all it saw. Any
 * thread may call; the time is taken under the lock, so the file is in the order of time.
 *
 * <p>Writing must not disturb a call, so a failure does not throw there: it is kept, the packets
 * after it are dropped and counted, and {@link #close()} throws it.
 */
public final class CaptureWriter implements Closeable {
  /** Longest packet dissectors accept; a longer one is cut and keeps its true length. */
  static final int LONGEST = 262_144;

  static final int LINK_RAW = 101;
  static final int LINK_EXPORTED_PDU = 252;
  static final String OVER_TLS = "over TLS";

  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;

  private final FileOutputStream file;
  private final LongSupplier nanos;
  private final PcapngBlock block = new PcapngBlock();
  private long last;
  private long written;
  private long dropped;
  private Optional<IOException> failure = Optional.empty();
  private boolean closed;

  private CaptureWriter(FileOutputStream file, LongSupplier nanos) {
    this.file = file;
    this.nanos = nanos;
  }

  /**
   * Begins a capture.
   *
   * @param tool name and version of what writes
   * @param nanos nanoseconds since 1970-01-01T00:00Z; steps back are levelled
   * @throws IOException when the file cannot be made or its head cannot be written
   */
  public static CaptureWriter create(Path path, String tool, LongSupplier nanos)
      throws IOException {
    // Not a channel: an interrupt of the writing thread would close that under all others.
    FileOutputStream file = new FileOutputStream(path.toFile());
    CaptureWriter writer = new CaptureWriter(file, nanos);
    try {
      writer.head(tool);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return writer;
  }

  /** A UDP datagram at one of our sockets, signalling or media. */
  public void datagram(
      Heading heading, InetSocketAddress ours, InetSocketAddress theirs, Octets payload) {
    Octets packet =
        heading == Heading.SENT
            ? DatagramHeaders.wrap(ours, theirs, payload)
            : DatagramHeaders.wrap(theirs, ours, payload);
    packet(0, packet, Optional.of(heading), Optional.empty());
  }

  /**
   * A signalling message: a datagram where UDP carried it, else an exported PDU, as it was before
   * encryption.
   *
   * @param protocol dissector's name: "sip"
   */
  public void message(
      String protocol,
      Transport transport,
      Heading heading,
      InetSocketAddress ours,
      InetSocketAddress theirs,
      Octets payload) {
    if (transport == Transport.UDP) {
      datagram(heading, ours, theirs, payload);
      return;
    }
    boolean sent = heading == Heading.SENT;
    Octets packet =
        ExportedPdu.encode(
            protocol,
            Optional.of(new ExportedPdu.Ends(sent ? ours : theirs, sent ? theirs : ours)),
            payload);
    Optional<String> comment =
        transport == Transport.TLS ? Optional.of(OVER_TLS) : Optional.empty();
    packet(1, packet, Optional.of(heading), comment);
  }

  /** A remark of the laboratory. */
  public void note(LabNote note) {
    Octets packet =
        ExportedPdu.encode(LabNoteJson.DISSECTOR, Optional.empty(), LabNoteJson.write(note));
    packet(1, packet, Optional.empty(), Optional.empty());
  }

  /** The first failure to write. */
  public synchronized Optional<IOException> failure() {
    return failure;
  }

  /** Packets in the file. */
  public synchronized long written() {
    return written;
  }

  /** Packets that came after a failure or after closing. */
  public synchronized long dropped() {
    return dropped;
  }

  /**
   * Ends the capture; a second call does nothing.
   *
   * @throws IOException the first failure of this capture
   */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    file.close();
    if (failure.isPresent()) {
      throw new IOException("the capture is not complete, " + dropped + " lost", failure.get());
    }
  }

  private synchronized void packet(
      int port, Octets packet, Optional<Heading> heading, Optional<String> comment) {
    if (closed || failure.isPresent()) {
      dropped++;
      return;
    }
    last = Math.max(last, nanos.getAsLong());
    int kept = Math.min(packet.length(), LONGEST);
    block
        .begin(PcapngBlock.ENHANCED_PACKET)
        .u32(port)
        .u32((int) (last >>> 32))
        .u32((int) last)
        .u32(kept)
        .u32(packet.length())
        .padded(packet.slice(0, kept));
    comment.ifPresent(text -> block.option(PcapngBlock.COMMENT, text));
    heading.ifPresent(
        way -> block.option32(PcapngBlock.FLAGS, way == Heading.SENT ? OUTBOUND : INBOUND));
    try {
      block.endOfOptions().end().writeTo(file);
      written++;
    } catch (IOException e) {
      failure = Optional.of(e);
      dropped++;
    }
  }

  private synchronized void head(String tool) throws IOException {
    block
        .begin(PcapngBlock.SECTION)
        .u32(PcapngBlock.BYTE_ORDER)
        .u16(1)
        .u16(0)
        .u32(-1)
        .u32(-1)
        .option(PcapngBlock.APPLICATION, tool)
        .endOfOptions()
        .end()
        .writeTo(file);
    for (Port port : PORTS) {
      block
          .begin(PcapngBlock.INTERFACE)
          .u16(port.link)
          .u16(0)
          .u32(LONGEST)
          .option(PcapngBlock.INTERFACE_NAME, port.name)
          .option(PcapngBlock.INTERFACE_DESCRIPTION, port.description)
          .option(PcapngBlock.TIME_RESOLUTION, Octets.of(new byte[] {9}))
          .endOfOptions()
          .end()
          .writeTo(file);
    }
  }

  private record Port(int link, String name, String description) {}

  private static final List<Port> PORTS =
      List.of(
          new Port(
              LINK_RAW,
              "media and datagrams",
              "UDP datagrams at the sockets of the harness; IP and UDP headers are rebuilt from the"
                  + " sockets' addresses"),
          new Port(
              LINK_EXPORTED_PDU,
              "messages and remarks",
              "Messages of TCP and TLS as the harness read and wrote them, and its own remarks as"
                  + " JSON"));
}
