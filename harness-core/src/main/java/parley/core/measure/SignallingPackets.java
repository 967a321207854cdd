package parley.core.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.core.record.DatagramView;
import parley.core.record.Packet;

/**
 * Keeps what may be signalling: TCP, datagrams that are neither RTP nor RTCP, messages of our own
 * records. Takes a bounded amount, of which no conversation may use up more than its share.
 */
final class SignallingPackets {
  private static final long MOST = 24L << 20;
  private static final int SHARE = 2 << 20;

  /** About what a kept packet takes beside its payload. */
  private static final int BESIDE = 300;

  private record Conversation(Object one, Object other) {}

  private final List<Packet> packets = new ArrayList<>();
  private final Map<Conversation, Integer> used = new HashMap<>();
  private long held;
  private long passedOver;

  void datagram(DatagramView datagram) {
    // QUIC and its like are encrypted, and no signalling begins so.
    if (datagram.captured() < datagram.length()
        || datagram.length() == 0
        || (datagram.octets()[datagram.at()] & 0xc0) == 0xc0) {
      return;
    }
    if (held > MOST) {
      passedOver++;
      return;
    }
    offer(
        new Packet.Datagram(
            datagram.number(),
            datagram.timeNanos(),
            java.util.Optional.empty(),
            datagram.source(),
            datagram.destination(),
            datagram.payload()));
  }

  void offer(Packet packet) {
    switch (packet) {
      case Packet.Datagram datagram ->
          keep(
              packet,
              new Conversation(datagram.source(), datagram.destination()),
              datagram.payload().length());
      case Packet.Segment segment -> {
        // A bare acknowledgement carries no signalling; a beginning or an end says where it lies.
        if (!segment.payload().isEmpty()
            || segment.has(Packet.Segment.SYN | Packet.Segment.FIN | Packet.Segment.RST)) {
          keep(
              packet,
              new Conversation(segment.source(), segment.destination()),
              segment.payload().length());
        }
      }
      case Packet.Message message ->
          keep(
              packet,
              new Conversation(message.source(), message.destination()),
              message.payload().length());
      case Packet.Remark _, Packet.Unread _ -> {}
    }
  }

  private void keep(Packet packet, Conversation conversation, int length) {
    int size = length + BESIDE;
    int before = used.getOrDefault(conversation, 0);
    if (held + size > MOST || before + size > SHARE) {
      passedOver++;
      return;
    }
    used.put(conversation, before + size);
    held += size;
    packets.add(packet);
  }

  List<Packet> packets() {
    return packets;
  }

  /** Packets there was no room for. */
  long passedOver() {
    return passedOver;
  }
}
