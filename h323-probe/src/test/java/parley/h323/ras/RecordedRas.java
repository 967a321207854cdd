package parley.h323.ras;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.per.Value;
import parley.h323.ras.message.RasDatagram;

/** The RAS datagrams of the shared captures. */
public final class RecordedRas {
  public static final List<String> CAPTURES =
      List.of("simph_gnugk_simph", "simph_gnugk_routed_h46018_19", "simph_h264", "simph_ras_auth");

  private RecordedRas() {}

  /** One datagram and what it says. */
  public record Recorded(
      long number,
      long time,
      InetSocketAddress from,
      InetSocketAddress to,
      Octets octets,
      RasMessage message) {
    public boolean fromGatekeeper() {
      return from.getPort() == RasSettings.PORT;
    }

    /** The endpoint's side of the dialogue it belongs to. */
    public InetSocketAddress endpoint() {
      return fromGatekeeper() ? to : from;
    }
  }

  /** Skips the test where the captures are not there. */
  public static List<Recorded> of(String capture) throws IOException {
    Path file =
        Path.of(System.getProperty("parley.root", "."), "../shared/samples/h323", capture + ".pcap")
            .normalize();
    Path found = file;
    Assumptions.assumeTrue(Files.exists(found), "no capture " + file);
    return CaptureReader.readAll(found).stream()
        .filter(Packet.Datagram.class::isInstance)
        .map(Packet.Datagram.class::cast)
        .filter(
            each ->
                each.source().getPort() == RasSettings.PORT
                    || each.destination().getPort() == RasSettings.PORT)
        .map(
            each ->
                new Recorded(
                    each.number(),
                    each.timeNanos(),
                    each.source(),
                    each.destination(),
                    each.payload(),
                    RasDatagram.read(each.payload()).message().orElseThrow()))
        .toList();
  }

  public static Recorded numbered(String capture, long number) throws IOException {
    return of(capture).stream().filter(each -> each.number() == number).findFirst().orElseThrow();
  }

  /** The same message with another {@code requestSeqNum}, which most have as first component. */
  public static RasMessage withSequence(RasMessage message, int sequence) {
    if (message.toValue() instanceof Value.ChoiceValue(int index, Value.SequenceValue body)) {
      SortedMap<Integer, Value> components = new TreeMap<>(body.components());
      components.put(0, Value.IntegerValue.of(sequence));
      return RasMessage.of(
          new Value.ChoiceValue(
              index, new Value.SequenceValue(components, body.unknown(), body.declared())));
    }
    throw new IllegalArgumentException(message.toString());
  }

  static Optional<RasMessage> read(Octets octets) {
    return RasDatagram.read(octets).message();
  }
}
