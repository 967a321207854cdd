package parley.h323.gatekeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.Credentials;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.per.PerEncoder;
import parley.h323.per.Type;
import parley.h323.per.Value;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.message.RasParts;

/** Our gatekeeper gets what recorded endpoints said to GnuGk, and answers as acceptably. */
class RecordedRequestsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "simph_gnugk_simph",
        "simph_gnugk_routed_h46018_19",
        "simph_h264",
        "simph_ras_auth"
      })
  void answersEachRequestWithTheKindOfMessageItGotThen(String capture) throws IOException {
    Path file =
        Path.of(System.getProperty("parley.root", "."), "../shared/samples/h323", capture + ".pcap")
            .normalize();
    Assumptions.assumeTrue(Files.exists(file), "no capture " + file);
    List<Packet.Datagram> recorded =
        CaptureReader.readAll(file).stream()
            .filter(Packet.Datagram.class::isInstance)
            .map(Packet.Datagram.class::cast)
            .filter(each -> each.source().getPort() == 1719 || each.destination().getPort() == 1719)
            .toList();
    Gatekeeper gatekeeper = new Gatekeeper(settings(capture, recorded), new Random(5));
    registerTheCalled(gatekeeper, recorded);
    Map<String, String> identifiers = new HashMap<>();
    Map<InetSocketAddress, RasMessage> ours = new HashMap<>();
    // The address in an answering endpoint's confirm means nothing to it.
    Set<InetSocketAddress> answering = new HashSet<>();
    int compared = 0;
    for (Packet.Datagram each : recorded) {
      RasMessage message = RasDatagram.read(each.payload()).message().orElseThrow();
      if (each.destination().getPort() == 1719) {
        gatekeeper.received(each.source(), renamed(message, identifiers, each), each.timeNanos());
        List<Gatekeeper.Outgoing> answers = gatekeeper.outgoing();
        if (message instanceof RasMessage.AdmissionRequest(var request) && request.answerCall()) {
          answering.add(each.source());
        }
        if (!(message instanceof RasMessage.ServiceControlResponse)) {
          ours.put(each.source(), answers.getFirst().message());
        }
        continue;
      }
      if (RasParts.isRequest(message)) {
        continue;
      }
      RasMessage answer = Optional.ofNullable(ours.get(each.destination())).orElseThrow();
      compare(message, answer, each.number());
      if (message instanceof RasMessage.AdmissionConfirm(var wanted)
          && answer instanceof RasMessage.AdmissionConfirm(var got)
          && !answering.contains(each.destination())) {
        assertEquals(
            wanted.destCallSignalAddress(), got.destCallSignalAddress(), "frame " + each.number());
      }
      compared++;
      if (message instanceof RasMessage.RegistrationConfirm(var theirs)
          && answer instanceof RasMessage.RegistrationConfirm(var mine)) {
        identifiers.put(theirs.endpointIdentifier(), mine.endpointIdentifier());
      }
    }
    assertTrue(compared >= 4, compared + " answers compared");
    assertEquals(List.of(), gatekeeper.calls(), "calls that never ended");
  }

  private static GatekeeperSettings settings(String capture, List<Packet.Datagram> recorded) {
    InetSocketAddress ras =
        recorded.stream()
            .map(each -> each.source().getPort() == 1719 ? each.source() : each.destination())
            .findFirst()
            .orElseThrow();
    GatekeeperSettings settings =
        GatekeeperSettings.open("any", ras, new InetSocketAddress(ras.getAddress(), 1720))
            .withTimeToLive(Duration.ofSeconds(60));
    return switch (capture) {
      case "simph_gnugk_routed_h46018_19" -> settings.withRouting().withTraversal();
      case "simph_ras_auth" ->
          settings.withAccounts(List.of(new Credentials("simple1", "secret1")));
      default -> settings;
    };
  }

  /** The called endpoint had registered before the captures begin. */
  private static void registerTheCalled(Gatekeeper gatekeeper, List<Packet.Datagram> recorded) {
    for (Packet.Datagram each : recorded) {
      if (RasDatagram.read(each.payload()).message().orElseThrow()
              instanceof RasMessage.AdmissionRequest(var request)
          && request.answerCall()) {
        var desk =
            parley.h323.h225.RegistrationRequest.with()
                .requestSeqNum(1)
                .protocolIdentifier(parley.h323.per.ObjectIdentifier.of("0.0.8.2250.0.7"))
                .discoveryComplete(false)
                .callSignalAddress(
                    List.of(NetworkAddresses.transport(new InetSocketAddress("127.0.0.21", 1720))))
                .rasAddress(List.of(NetworkAddresses.transport(each.source())))
                .terminalType(
                    parley.h323.h225.EndpointType.with().mc(false).undefinedNode(false).build())
                .terminalAlias(request.destinationInfo().orElse(List.of()))
                .endpointVendor(parley.h323.ras.RasSettings.vendor("before", "1"))
                .featureSet(
                    parley.h323.traversal.Features.supported(
                        parley.h323.traversal.TraversalClient.registrationFeatures()))
                .keepAlive(false)
                .timeToLive(60)
                .build();
        gatekeeper.received(
            each.source(),
            new RasMessage.RegistrationRequest(desk).encode(),
            recorded.getFirst().timeNanos());
        gatekeeper.outgoing();
        return;
      }
    }
  }

  /**
   * The request with the identifier our gatekeeper gave in place of GnuGk's; that of the endpoint
   * that was there before is the first one given. Sealed requests must stay as they are.
   */
  private static Octets renamed(
      RasMessage message, Map<String, String> identifiers, Packet.Datagram each) {
    return RasParts.endpointIdentifier(message)
        .map(name -> identifiers.getOrDefault(name, "any-1"))
        .map(name -> withIdentifier(message, name))
        .orElse(each.payload());
  }

  private static Octets withIdentifier(RasMessage message, String name) {
    if (message.toValue() instanceof Value.ChoiceValue(int index, Value.SequenceValue body)
        && ((Type.ChoiceType) RasMessage.TYPE).alternative(index).type().get()
            instanceof Type.SequenceType type) {
      var components = new java.util.TreeMap<>(body.components());
      for (int i = 0; i < type.size(); i++) {
        if (type.component(i).name().equals("endpointIdentifier")) {
          components.put(i, new Value.TextValue(name));
        }
      }
      return PerEncoder.encode(
          RasMessage.TYPE,
          new Value.ChoiceValue(
              index, new Value.SequenceValue(components, body.unknown(), body.declared())));
    }
    throw new IllegalArgumentException(message.toString());
  }

  private static void compare(RasMessage theirs, RasMessage ours, long frame) {
    assertEquals(RasParts.name(theirs), RasParts.name(ours), "frame " + frame + ": " + ours);
    assertEquals(RasParts.sequence(theirs), RasParts.sequence(ours), "frame " + frame);
    if (theirs instanceof RasMessage.AdmissionConfirm(var wanted)
        && ours instanceof RasMessage.AdmissionConfirm(var got)) {
      assertEquals(wanted.callModel(), got.callModel(), "frame " + frame);
      assertEquals(wanted.bandWidth(), got.bandWidth(), "frame " + frame);
    }
    if (theirs instanceof RasMessage.RegistrationConfirm(var wanted)
        && ours instanceof RasMessage.RegistrationConfirm(var got)) {
      assertEquals(wanted.terminalAlias(), got.terminalAlias(), "frame " + frame);
      assertEquals(wanted.callSignalAddress(), got.callSignalAddress(), "frame " + frame);
      assertEquals(wanted.featureSet(), got.featureSet(), "frame " + frame);
    }
    if (theirs instanceof RasMessage.RegistrationReject(var wanted)
        && ours instanceof RasMessage.RegistrationReject(var got)) {
      assertEquals(wanted.rejectReason(), got.rejectReason(), "frame " + frame);
    }
  }
}
