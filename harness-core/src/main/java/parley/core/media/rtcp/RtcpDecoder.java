package parley.core.media.rtcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Takes one datagram apart, with the header checks of RFC 3550 appendix A.2. */
final class RtcpDecoder {
  private final Octets octets;
  private final List<RtcpPacket> packets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  RtcpDecoder(Octets octets) {
    this.octets = octets;
  }

  RtcpCompound decode() {
    if (octets.isEmpty()) {
      problems.add("empty datagram");
    }
    int at = 0;
    while (at < octets.length()) {
      int left = octets.length() - at;
      if (left < Fields.HEADER) {
        problems.add(left + " octets after the last packet");
        break;
      }
      int first = octets.u8(at);
      if (first >> 6 != 2) {
        problems.add("version " + (first >> 6) + " instead of 2 at octet " + at);
        break;
      }
      int size = 4 * (octets.u16(at + 2) + 1);
      if (size > left) {
        problems.add(
            "packet of " + size + " octets at octet " + at + " where " + left + " are left");
        break;
      }
      boolean last = size == left;
      packet(at, unpadded(at, size, (first & 0x20) != 0, last));
      at += size;
    }
    if (!packets.isEmpty() && octets.u8(1) != SenderReport.TYPE && octets.u8(1) != 201) {
      problems.add("does not begin with a report but with type " + octets.u8(1));
    }
    return new RtcpCompound(packets, problems, octets);
  }

  /** The packet without its padding, which only the last of a compound may have. */
  private Octets unpadded(int at, int size, boolean padded, boolean last) {
    Octets whole = octets.slice(at, size);
    if (!padded) {
      return whole;
    }
    if (!last) {
      problems.add("padding in a packet that is not the last, at octet " + at);
    }
    int padding = whole.u8(size - 1);
    if (padding == 0 || padding % 4 != 0 || padding > size - Fields.HEADER) {
      problems.add("padding of " + padding + " octets in a packet of " + size);
      return whole;
    }
    return whole.slice(0, size - padding);
  }

  private void packet(int at, Octets packet) {
    int count = packet.u8(0) & 0x1f;
    int type = packet.u8(1);
    Optional<RtcpPacket> read =
        switch (type) {
          case SenderReport.TYPE -> senderReport(count, packet);
          case ReceiverReport.TYPE -> receiverReport(count, packet);
          case SourceDescription.TYPE -> sourceDescription(count, packet);
          case Goodbye.TYPE -> goodbye(count, packet);
          case ApplicationDefined.TYPE -> applicationDefined(count, packet);
          case OtherFeedback.TRANSPORT, OtherFeedback.PAYLOAD -> feedback(type, count, packet);
          default -> Optional.of(raw(packet));
        };
    if (read.isEmpty()) {
      problems.add("content of type " + type + " at octet " + at + " does not fit its length");
    }
    packets.add(read.orElseGet(() -> raw(packet)));
  }

  private static RtcpPacket raw(Octets packet) {
    return new OtherRtcp(packet.u8(1), packet.u8(0) & 0x1f, packet.from(Fields.HEADER));
  }

  private static Optional<RtcpPacket> senderReport(int count, Octets packet) {
    int end = SenderReport.FIXED + ReportBlock.SIZE * count;
    if (packet.length() < end) {
      return Optional.empty();
    }
    return Optional.of(
        new SenderReport(
            Fields.ssrc(packet, 4),
            new NtpTime(packet.s64(8)),
            packet.u32(16),
            packet.u32(20),
            packet.u32(24),
            Fields.reportBlocks(packet, SenderReport.FIXED, count),
            packet.from(end)));
  }

  private static Optional<RtcpPacket> receiverReport(int count, Octets packet) {
    int end = ReceiverReport.FIXED + ReportBlock.SIZE * count;
    if (packet.length() < end) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceiverReport(
            Fields.ssrc(packet, 4),
            Fields.reportBlocks(packet, ReceiverReport.FIXED, count),
            packet.from(end)));
  }

  private Optional<RtcpPacket> sourceDescription(int count, Octets packet) {
    List<SourceDescription.Chunk> chunks = new ArrayList<>(count);
    int at = Fields.HEADER;
    for (int i = 0; i < count; i++) {
      if (at + 4 > packet.length()) {
        return Optional.empty();
      }
      Ssrc source = Fields.ssrc(packet, at);
      at += 4;
      List<SourceDescription.Item> items = new ArrayList<>();
      while (at < packet.length() && packet.u8(at) != 0) {
        if (at + 2 > packet.length() || at + 2 + packet.u8(at + 1) > packet.length()) {
          return Optional.empty();
        }
        int size = packet.u8(at + 1);
        items.add(new SourceDescription.Item(packet.u8(at), packet.slice(at + 2, size)));
        at += 2 + size;
      }
      if (at == packet.length()) {
        problems.add("the items of " + source + " have no end mark");
      }
      at = (at + 4) / 4 * 4;
      chunks.add(new SourceDescription.Chunk(source, items));
    }
    return Optional.of(new SourceDescription(chunks));
  }

  private static Optional<RtcpPacket> goodbye(int count, Octets packet) {
    int at = Fields.HEADER + 4 * count;
    if (packet.length() < at) {
      return Optional.empty();
    }
    List<Ssrc> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(Fields.ssrc(packet, Fields.HEADER + 4 * i));
    }
    Optional<String> reason = Optional.empty();
    if (at < packet.length()) {
      int size = packet.u8(at);
      if (at + 1 + size > packet.length()) {
        return Optional.empty();
      }
      reason = Optional.of(packet.slice(at + 1, size).text(StandardCharsets.UTF_8));
    }
    return Optional.of(new Goodbye(sources, reason));
  }

  private static Optional<RtcpPacket> applicationDefined(int subtype, Octets packet) {
    if (packet.length() < ApplicationDefined.FIXED) {
      return Optional.empty();
    }
    return Optional.of(
        new ApplicationDefined(
            subtype,
            Fields.ssrc(packet, 4),
            packet.slice(8, 4),
            packet.from(ApplicationDefined.FIXED)));
  }

  private static Optional<RtcpPacket> feedback(int type, int format, Octets packet) {
    if (packet.length() < OtherFeedback.FIXED) {
      return Optional.empty();
    }
    Ssrc sender = Fields.ssrc(packet, 4);
    Ssrc media = Fields.ssrc(packet, 8);
    Octets control = packet.from(OtherFeedback.FIXED);
    int size = control.length();
    if (type == OtherFeedback.TRANSPORT && format == GenericNack.FORMAT) {
      return size == 0 || size % GenericNack.ENTRY != 0
          ? Optional.empty()
          : Optional.of(new GenericNack(sender, media, nacks(control)));
    }
    if (type == OtherFeedback.PAYLOAD && format == PictureLossIndication.FORMAT) {
      return size == 0 ? Optional.of(new PictureLossIndication(sender, media)) : Optional.empty();
    }
    if (type == OtherFeedback.PAYLOAD && format == FullIntraRequest.FORMAT) {
      return size == 0 || size % FullIntraRequest.ENTRY != 0
          ? Optional.empty()
          : Optional.of(new FullIntraRequest(sender, media, intraRequests(control)));
    }
    return Optional.of(new OtherFeedback(type, format, sender, media, control));
  }

  private static List<GenericNack.Entry> nacks(Octets control) {
    List<GenericNack.Entry> entries = new ArrayList<>();
    for (int at = 0; at < control.length(); at += GenericNack.ENTRY) {
      entries.add(new GenericNack.Entry(new SequenceNumber(control.u16(at)), control.u16(at + 2)));
    }
    return entries;
  }

  private static List<FullIntraRequest.Entry> intraRequests(Octets control) {
    List<FullIntraRequest.Entry> entries = new ArrayList<>();
    for (int at = 0; at < control.length(); at += FullIntraRequest.ENTRY) {
      entries.add(new FullIntraRequest.Entry(Fields.ssrc(control, at), control.u8(at + 4)));
    }
    return entries;
  }
}
