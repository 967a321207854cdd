package parley.h323.traversal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h225.GenericData;
import parley.h323.h225.RasMessage;
import parley.h323.ras.RecordedRas;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.message.RasParts;

/** Generic data of H.460.17 to .24 as recorded, and as written here. */
class TraversalTest {
  private static final String CAPTURE = "simph_gnugk_routed_h46018_19";

  @Test
  void readsTheRecordedIndicationOfACall() throws IOException {
    assertTrue(
        RecordedRas.numbered(CAPTURE, 12).message()
            instanceof RasMessage.ServiceControlIndication(var indication));
    RasMessage.ServiceControlIndication recorded =
        (RasMessage.ServiceControlIndication) RecordedRas.numbered(CAPTURE, 12).message();
    IncomingCall call = TraversalClient.incoming(recorded.value()).orElseThrow();
    assertEquals(new InetSocketAddress("127.0.0.3", 1720), call.address());
    assertEquals(Octets.ofHex("5c2c3e6b8ce4f111940202fc00000001"), call.callId());
  }

  @Test
  void writesTheIndicationAsItWasRecorded() throws IOException {
    RecordedRas.Recorded recorded = RecordedRas.numbered(CAPTURE, 12);
    assertEquals(
        recorded.octets(),
        new RasMessage.ServiceControlIndication(
                IncomingCall.indication(
                    1,
                    new InetSocketAddress("127.0.0.3", 1720),
                    Octets.ofHex("5c2c3e6b8ce4f111940202fc00000001")))
            .encode());
  }

  @Test
  void knowsFromItsAnswersThatTheGatekeeperServes() throws IOException {
    assertTrue(
        RecordedRas.numbered(CAPTURE, 4).message()
                instanceof RasMessage.RegistrationConfirm(var confirm)
            && TraversalClient.isServed(confirm.featureSet()));
    assertTrue(
        RecordedRas.numbered(CAPTURE, 2).message()
                instanceof RasMessage.GatekeeperConfirm(var confirm)
            && TraversalClient.isServed(confirm.featureSet()));
  }

  @Test
  void readsWhatARegistrationSaysOfProbing() throws IOException {
    assertTrue(
        RecordedRas.numbered(CAPTURE, 3).message()
            instanceof RasMessage.RegistrationRequest(var request));
    RasMessage.RegistrationRequest recorded =
        (RasMessage.RegistrationRequest) RecordedRas.numbered(CAPTURE, 3).message();
    GenericData feature =
        Features.find(recorded.value().featureSet().orElseThrow(), NatProbing.FEATURE)
            .orElseThrow();
    NatProbing probing = NatProbing.of(feature);
    assertEquals(Optional.of(true), probing.remoteNat());
    assertEquals(Optional.of(true), probing.sameNat());
    assertEquals(Optional.of(true), probing.proxyOffload());
    assertEquals(Optional.empty(), probing.stunServer());
    assertEquals(feature, probing.feature());
  }

  @Test
  void readsTheEmptyStrategyOfAnAdmission() throws IOException {
    List<GenericData> data = RasParts.genericData(RecordedRas.numbered(CAPTURE, 5).message());
    GenericData feature = Features.find(data, MediaStrategy.FEATURE).orElseThrow();
    assertEquals(new MediaStrategy(Optional.empty(), Optional.empty()), MediaStrategy.of(feature));
    assertEquals(feature, MediaStrategy.of(feature).feature());
  }

  @Test
  void readsAndWritesTheParametersAnOlcCarried() {
    // Frames 45 and 50 of that capture: the server's channel and interval, the receiver's payload
    // type.
    MediaTraversal server =
        MediaTraversal.keepAlive(new InetSocketAddress("127.0.0.3", 1024), Duration.ofSeconds(19));
    MediaTraversal receiver = MediaTraversal.keepAlivePayload(127);
    assertEquals(Octets.ofHex("0a007f00000304000012"), server.octets());
    assertEquals(Octets.ofHex("05fc"), receiver.octets());
    assertEquals(Optional.of(server), MediaTraversal.read(server.octets()));
    assertEquals(Optional.of(receiver), MediaTraversal.read(receiver.octets()));
    assertEquals(Optional.of(server), MediaTraversal.of(List.of(server.information())));
  }

  @Test
  void multiplexedMediaComesBackAsItWasSaid() {
    MediaTraversal all =
        new MediaTraversal(
            Optional.of(new InetSocketAddress("192.0.2.1", 2776)),
            Optional.of(new InetSocketAddress("192.0.2.1", 2777)),
            OptionalLong.of(4_294_967_295L),
            Optional.empty(),
            OptionalInt.of(126),
            Optional.of(Duration.ofSeconds(20)));
    assertEquals(Optional.of(all), MediaTraversal.read(all.octets()));
    MultiplexedPacket packet = new MultiplexedPacket(0xdeadbeefL, Octets.ofHex("80 7f"));
    assertEquals(Octets.ofHex("deadbeef807f"), packet.octets());
    assertEquals(Optional.of(packet), MultiplexedPacket.read(packet.octets()));
    assertEquals(Optional.empty(), MultiplexedPacket.read(Octets.ofHex("01 02")));
  }

  @Test
  void keepAlivesAreEmptyRtpInSequence() {
    KeepAlive keepAlive = new KeepAlive(127, Duration.ofSeconds(19), 0x01020304, 5);
    assertEquals(5, keepAlive.next());
    assertEquals(Octets.ofHex("807f00000000000001020304"), keepAlive.packet(5));
    assertEquals(19_000_000_005L, keepAlive.next());
    assertEquals(Octets.ofHex("807f00010000000001020304"), keepAlive.packet(19_000_000_005L));
  }

  @Test
  void rasGoesThroughCallSignallingAndComesOutUnchanged() throws IOException {
    for (RecordedRas.Recorded each : RecordedRas.of(CAPTURE)) {
      assertEquals(
          List.of(each.octets()),
          TunnelledRas.of(TunnelledRas.facility(each.message())).stream()
              .map(RasDatagram::octets)
              .toList());
    }
  }
}
