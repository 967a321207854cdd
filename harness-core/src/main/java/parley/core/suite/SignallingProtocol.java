package parley.core.suite;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.record.Packet;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;
import parley.core.transcript.Transcript;

/** A protocol as core finds it by {@link java.util.ServiceLoader}. */
public interface SignallingProtocol {
  /** Schemes of the targets it can call: "sip" and "sips", "h323". */
  Set<String> schemes();

  /** Goes live; an address or port that cannot be used is an {@link IOException} that says so. */
  Signalling open(SignallingSetup setup) throws IOException;

  /** Reads the signalling of a record. Pure: the same packets give the same transcript. */
  Transcript read(List<Packet> packets);

  /**
   * Every message of this protocol in anybody's capture, decoded, in calls. Pure. The protocol
   * finds its messages by content, not by port alone: datagrams, TCP streams, and the exported
   * messages of our own captures. Datagrams and streams that are not its own it leaves alone.
   */
  default Trace trace(TraceInput input) {
    return Trace.NOTHING;
  }

  /** What it can do beside calls in clear. */
  default Set<Ability> abilities() {
    return Set.of();
  }

  /**
   * Where the calls of anybody's capture say that media goes, and in which formats. Pure, and found
   * as {@link #trace} finds messages.
   */
  default List<AnnouncedMedia> announcedMedia(TraceInput input) {
    return List.of();
  }

  /** Cases that are this protocol's own. */
  List<TestCase> cases();
}
