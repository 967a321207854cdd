package parley.core.suite.engine;

import java.net.InetSocketAddress;
import parley.core.call.SignallingTap;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Transport;
import parley.core.wire.Octets;

/**
 * Writes signalling into the record of a case: messages, and the ends of connections as remarks.
 */
record RecordedSignalling(CaptureWriter writer) implements SignallingTap {
  @Override
  public void message(
      String protocol,
      Transport transport,
      Heading heading,
      InetSocketAddress ours,
      InetSocketAddress theirs,
      Octets bytes) {
    writer.message(protocol, transport, heading, ours, theirs, bytes);
  }

  @Override
  public void ended(
      Transport transport, InetSocketAddress ours, InetSocketAddress theirs, boolean byPeer) {
    writer.note(
        new LabNote.ConnectionEnded(
            transport,
            ours.getHostString(),
            ours.getPort(),
            theirs.getHostString(),
            theirs.getPort(),
            byPeer));
  }
}
