package parley.sip;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.record.Packet;
import parley.core.suite.SignallingProtocol;
import parley.core.suite.TestCase;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;
import parley.core.transcript.Transcript;
import parley.sip.agent.SipSignalling;
import parley.sip.cases.SipCases;
import parley.sip.reader.SipReader;
import parley.sip.trace.SipMedia;
import parley.sip.trace.SipTrace;

/** SIP as core finds it. */
public final class SipProtocol implements SignallingProtocol {
  @Override
  public Set<String> schemes() {
    return Set.of("sip", "sips");
  }

  @Override
  public Signalling open(SignallingSetup setup) throws IOException {
    return SipSignalling.open(setup);
  }

  @Override
  public Transcript read(List<Packet> packets) {
    return SipReader.read(packets);
  }

  @Override
  public Trace trace(TraceInput input) {
    return SipTrace.of(input);
  }

  @Override
  public List<AnnouncedMedia> announcedMedia(TraceInput input) {
    return SipMedia.in(input);
  }

  @Override
  public List<TestCase> cases() {
    return SipCases.all();
  }
}
