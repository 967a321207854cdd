package parley.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Goes over a capture as {@link CaptureReader} does, for those who look at millions of datagrams: a
 * plain one is shown where it lies and no value is made of it. Whatever is out of the ordinary
 * (fragments, extension headers, lengths of 0) takes the reader's way and is shown the same.
 *
 * <p>One difference: a datagram of which the capture kept only the beginning, as captures of
 * headers do, is shown with what there is of it, where the reader calls it unread.
 */
public final class CaptureScan {
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int UDP_HEADER = 8;
  private static final int UDP = 17;

  /** Who is shown the packets. */
  public interface Visitor {
    /** Good until the call returns. */
    void datagram(DatagramView datagram);

    /** What is no datagram of UDP. */
    void other(Packet packet);
  }

  /**
   * What a file turned out to be.
   *
   * @param packets as many as every dissector counts
   * @param endedEarly why the reading ended before the proper end of the file
   */
  public record Ending(long packets, Optional<String> endedEarly) {}

  private final FrameSource frames;
  private final Visitor visitor;
  private final DatagramView view = new DatagramView();
  private final PacketReading reading = new PacketReading();

  private CaptureScan(FrameSource frames, Visitor visitor) {
    this.frames = frames;
    this.visitor = visitor;
  }

  /** Shows every packet, in the order of the file. */
  public static Ending over(Path path, Visitor visitor) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      return over(stream, visitor);
    }
  }

  /** The same of a stream, which stays open. */
  public static Ending over(InputStream stream, Visitor visitor) throws IOException {
    Optional<FrameSource> frames = CaptureReader.frames(stream);
    if (frames.isEmpty()) {
      return new Ending(0, Optional.of(CaptureReader.NO_CAPTURE));
    }
    CaptureScan scan = new CaptureScan(frames.get(), visitor);
    while (frames.get().advance()) {
      scan.frame();
    }
    return new Ending(frames.get().number, frames.get().endedEarly());
  }

  private void frame() {
    if (!frames.damaged && frames.linkType != CaptureWriter.LINK_EXPORTED_PDU && plain()) {
      visitor.datagram(view);
      return;
    }
    Packet packet = reading.packet(frames);
    if (packet instanceof Packet.Datagram datagram) {
      view.show(datagram);
      visitor.datagram(view);
    } else {
      visitor.other(packet);
    }
  }

  /** Whether the frame holds a datagram without anything unusual, which the view then shows. */
  private boolean plain() {
    byte[] octets = frames.in.octets();
    int end = frames.at + frames.length;
    int ip =
        LinkLayer.internetAt(
            octets, frames.at, frames.length, frames.linkType, frames.littleEndian);
    if (ip < 0 || end - ip < IPV4_HEADER + UDP_HEADER) {
      return false;
    }
    int first = octets[ip] & 0xff;
    int udp;
    int udpLength;
    if (first >> 4 == 4) {
      int header = 4 * (first & 0x0f);
      udp = ip + header;
      udpLength = u16(octets, ip + 2) - header;
      if (header < IPV4_HEADER
          || octets[ip + 9] != UDP
          || (u16(octets, ip + 6) & 0x3fff) != 0
          || end - udp < UDP_HEADER) {
        return false;
      }
      view.frame(frames);
      view.four(ip + 12);
    } else if (first >> 4 == 6 && end - ip >= IPV6_HEADER + UDP_HEADER && octets[ip + 6] == UDP) {
      udp = ip + IPV6_HEADER;
      udpLength = u16(octets, ip + 4);
      view.frame(frames);
      view.six(ip + 8);
    } else {
      return false;
    }
    int length = u16(octets, udp + 4);
    if (length < UDP_HEADER || length > udpLength) {
      return false;
    }
    int from = udp + UDP_HEADER;
    int ports = (int) CaptureInput.u32(octets, udp, false);
    view.payload(ports, from, length - UDP_HEADER, Math.min(length - UDP_HEADER, end - from));
    view.network(udp - ip + length);
    return true;
  }

  private static int u16(byte[] octets, int at) {
    return CaptureInput.u16(octets, at, false);
  }
}
