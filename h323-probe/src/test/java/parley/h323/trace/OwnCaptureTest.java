package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.trace.Carriage;
import parley.core.trace.Trace;
import parley.core.trace.TracedMessage;
import parley.core.wire.Octets;

/** Captures as Parley writes them, each message of a stream an exported PDU, are traced as well. */
class OwnCaptureTest {
  @TempDir Path folder;

  static List<Path> captures() {
    return Samples.captures();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void theSameMessagesStandInTheSameCalls(Path capture) throws IOException {
    Trace foreign = Samples.trace(capture);
    Path written = folder.resolve("own.pcapng");
    AtomicLong clock = new AtomicLong(1_795_000_000_000_000_000L);
    try (CaptureWriter writer =
        CaptureWriter.create(written, "Parley", () -> clock.getAndAdd(1_000_000))) {
      for (TracedMessage message : foreign.messages()) {
        if (message.carriedIn().isEmpty()) {
          write(writer, message);
        }
      }
    }
    Trace own = Samples.trace(written);
    assertEquals(outline(foreign), outline(own));
    assertEquals(List.of(), own.problems());
  }

  private static void write(CaptureWriter writer, TracedMessage message) throws IOException {
    Carriage carriage = message.carriage();
    if (message.protocol().equals("RAS")) {
      writer.datagram(Heading.SENT, carriage.from(), carriage.to(), message.octets());
      return;
    }
    byte[] tpkt = new byte[message.octets().length() + 4];
    tpkt[0] = 3;
    tpkt[2] = (byte) (tpkt.length >> 8);
    tpkt[3] = (byte) tpkt.length;
    message.octets().copyTo(tpkt, 4);
    writer.message(
        message.protocol().equals("H.245") ? "h245" : "q931.tpkt",
        Transport.TCP,
        Heading.SENT,
        carriage.from(),
        carriage.to(),
        Octets.of(tpkt));
  }

  private static List<List<String>> outline(Trace trace) {
    return trace.calls().stream()
        .map(call -> call.messages().stream().map(TracedMessage::name).toList())
        .toList();
  }
}
