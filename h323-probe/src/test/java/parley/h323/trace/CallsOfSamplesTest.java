package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.trace.Trace;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;

/** Messages stand in the calls they belong to. */
class CallsOfSamplesTest {
  private static Trace trace(String name) throws IOException {
    for (Path capture : Samples.captures()) {
      if (capture.endsWith(name)) {
        return Samples.trace(capture);
      }
    }
    throw new IllegalStateException("no sample " + name);
  }

  private static List<TracedCall> calls(Trace trace, TracedCall.Kind kind) {
    return trace.calls().stream().filter(call -> call.kind() == kind).toList();
  }

  private static List<String> names(TracedCall call, String protocol) {
    return call.messages().stream()
        .filter(message -> message.protocol().equals(protocol))
        .map(TracedMessage::name)
        .toList();
  }

  @Test
  void separateControlJoinsTheCallThatNamedItsAddress() throws IOException {
    List<TracedCall> calls = trace("ast3_ast1_slow_h245tcp.pcap").calls();
    assertEquals(1, calls.size());
    assertEquals("ast3, 1013 calls 600", calls.getFirst().title());
    assertEquals(List.of("H.225.0", "H.245"), calls.getFirst().protocols());
  }

  @Test
  void bothLegsThroughGatekeeperAreOneCallWithItsAdmissions() throws IOException {
    Trace trace = trace("simph_gnugk_routed_h46018_19.pcap");
    List<TracedCall> calls = calls(trace, TracedCall.Kind.CALL);
    assertEquals(1, calls.size());
    TracedCall call = calls.getFirst();
    assertEquals("simple2 calls simple1", call.title());
    assertEquals(2, names(call, "H.225.0").stream().filter("setup"::equals).count());
    assertEquals(
        List.of(
            "admissionRequest",
            "admissionConfirm",
            "serviceControlIndication",
            "serviceControlResponse",
            "admissionRequest",
            "admissionConfirm",
            "disengageRequest",
            "disengageConfirm",
            "disengageRequest",
            "disengageConfirm"),
        names(call, "RAS"));
    assertEquals(2, calls(trace, TracedCall.Kind.REGISTRATION).size());
  }

  @Test
  void registrationsStandApart() throws IOException {
    Trace trace = trace("simph_ras_auth.pcap");
    List<TracedCall> registrations = calls(trace, TracedCall.Kind.REGISTRATION);
    assertEquals(trace.calls(), registrations);
    assertEquals(8, trace.messages().size());
  }

  @Test
  void noSampleIsMalformedOrHasAMessageThatIsNotRead() throws IOException {
    for (Path capture : Samples.captures()) {
      Trace trace = Samples.trace(capture);
      assertEquals(List.of(), trace.problems(), capture::toString);
      for (TracedMessage message : trace.messages()) {
        assertEquals(List.of(), message.problems(), () -> capture + " " + message.packet());
        assertTrue(!message.name().equals("unreadable"), () -> capture + " " + message.packet());
      }
    }
  }
}
