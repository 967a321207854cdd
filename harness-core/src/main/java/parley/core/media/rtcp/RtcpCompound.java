package parley.core.media.rtcp;

import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/**
 * One RTCP datagram (RFC 3550 section 6.1).
 *
 * @param packets what could be read, in order
 * @param problems what is wrong with the datagram, in words; empty for a proper compound
 * @param octets the datagram
 */
public record RtcpCompound(List<RtcpPacket> packets, List<String> problems, Octets octets) {
  public RtcpCompound {
    packets = List.copyOf(packets);
    problems = List.copyOf(problems);
  }

  /** Whether it can be sent as it is: a report first, unless reduced size (RFC 5506) is agreed. */
  public boolean startsWithReport() {
    return !packets.isEmpty()
        && (packets.getFirst() instanceof SenderReport
            || packets.getFirst() instanceof ReceiverReport);
  }

  /**
   * Whether nothing is wrong with its packets, whichever is the first: in reduced size it need not
   * be a report (RFC 5506 section 3.4). What is encrypted hardly ever seems sound.
   */
  public boolean isSound() {
    return problems.isEmpty()
        || (problems.size() == 1 && !packets.isEmpty() && !startsWithReport());
  }

  /** Reads one datagram; never throws on its content. A datagram of 64 KiB bounds the count. */
  public static RtcpCompound decode(Octets octets) {
    return new RtcpDecoder(octets).decode();
  }

  /** These packets as one datagram, without padding. */
  public static Octets encode(List<? extends RtcpPacket> packets) {
    List<Octets> parts = new ArrayList<>(packets.size());
    int size = 0;
    for (RtcpPacket packet : packets) {
      Octets part = packet.encode();
      parts.add(part);
      size += part.length();
    }
    byte[] out = new byte[size];
    int at = 0;
    for (Octets part : parts) {
      part.copyTo(out, at);
      at += part.length();
    }
    return Octets.of(out);
  }
}
