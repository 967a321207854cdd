package parley.core.suite;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.record.Packet;
import parley.core.transcript.Transcript;

/** A protocol as core finds it by {@link java.util.ServiceLoader}. */
public interface SignallingProtocol {
  /** Schemes of the targets it can call: "sip" and "sips", "h323". */
  Set<String> schemes();

  /** Goes live; an address or port that cannot be used is an {@link IOException} that says so. */
  Signalling open(SignallingSetup setup) throws IOException;

  /** Reads the signalling of a record. Pure: the same packets give the same transcript. */
  Transcript read(List<Packet> packets);

  /** Cases that are this protocol's own. */
  List<TestCase> cases();
}
