package parley.core.record;

/** Makes a packet of a frame. Keeps fragments of IP packets until they are whole. */
final class PacketReading {
  private final InternetLayer internet = new InternetLayer();

  /** The present frame as a packet. */
  Packet packet(FrameSource source) {
    int ip =
        LinkLayer.internetAt(
            source.in.octets(), source.at, source.length, source.linkType, source.littleEndian);
    Frame frame = source.frame();
    if (frame.damage().isPresent()) {
      return frame.unread(frame.damage().get());
    }
    if (frame.linkType() == CaptureWriter.LINK_EXPORTED_PDU) {
      return ExportedPdu.decode(frame.octets())
          .map(pdu -> exported(frame, pdu))
          .orElseGet(() -> frame.unread("tags of an exported PDU cut off"));
    }
    return ip < 0
        ? frame.unread("no IP in a frame of link type " + frame.linkType())
        : internet.read(frame, frame.octets().from(ip - source.at));
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
