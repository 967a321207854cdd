package parley.h323;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.record.Packet;
import parley.core.suite.Ability;
import parley.core.suite.SignallingProtocol;
import parley.core.suite.TestCase;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;
import parley.core.transcript.Transcript;
import parley.h323.agent.H323Signalling;
import parley.h323.cases.ControlCases;
import parley.h323.cases.SignallingCases;
import parley.h323.reader.H323Reader;
import parley.h323.trace.ChannelMedia;
import parley.h323.trace.H323Trace;

/** H.323 as core finds it. */
public final class H323Protocol implements SignallingProtocol {
  @Override
  public Set<String> schemes() {
    return Set.of("h323");
  }

  @Override
  public Signalling open(SignallingSetup setup) throws IOException {
    return H323Signalling.open(setup);
  }

  @Override
  public Transcript read(List<Packet> packets) {
    return H323Reader.read(packets);
  }

  @Override
  public Trace trace(TraceInput input) {
    return H323Trace.read(input);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.MEDIA_PROTECTION, Ability.CONTENT);
  }

  @Override
  public List<AnnouncedMedia> announcedMedia(TraceInput input) {
    return ChannelMedia.in(input);
  }

  @Override
  public List<TestCase> cases() {
    return Stream.of(SignallingCases.all(), ControlCases.all()).flatMap(List::stream).toList();
  }
}
