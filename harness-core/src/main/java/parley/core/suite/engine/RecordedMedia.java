package parley.core.suite.engine;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaProtection;
import parley.core.media.live.PacketTap;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.wire.Octets;

/** Media into the capture: each datagram as it is on the wire, and the keys to read it with. */
public record RecordedMedia(CaptureWriter writer) implements PacketTap {
  @Override
  public void datagram(
      Heading heading, InetSocketAddress ours, InetSocketAddress theirs, Octets payload) {
    writer.datagram(heading, ours, theirs, payload);
  }

  @Override
  public void protection(
      Heading heading, InetSocketAddress ours, Optional<MediaProtection> protection) {
    writer.note(
        new LabNote.MediaKey(
            ours.getHostString(),
            ours.getPort(),
            heading,
            protection.map(MediaProtection::algorithm).orElse(LabNote.MediaKey.CLEAR),
            protection.map(agreed -> agreed.key().hex()).orElse(""),
            protection.map(MediaProtection::parameters).orElse(Map.of())));
  }
}
