package parley.core.suite;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.record.Packet;
import parley.core.transcript.Transcript;

/** A protocol whose records hold remarks of the laboratory and no signalling. */
final class NotesProtocol implements SignallingProtocol {
  @Override
  public Set<String> schemes() {
    return Set.of("notes");
  }

  @Override
  public Signalling open(SignallingSetup setup) throws IOException {
    throw new IOException("these records are made, not recorded");
  }

  @Override
  public Transcript read(List<Packet> packets) {
    return new Transcript(List.of(), List.of(), List.of(), 0);
  }

  @Override
  public List<TestCase> cases() {
    return List.of();
  }
}
