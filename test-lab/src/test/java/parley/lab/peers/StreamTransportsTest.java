package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceProtocol;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.profiles.Profiles;

/** Signalling over TCP and TLS: the same cases, and captures that others can read. */
@Timeout(120)
class StreamTransportsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"TCP", "TLS"})
  void certifiesASimulatedDevice(Transport transport) throws Exception {
    DeviceSettings settings =
        DeviceSettings.on(
            InetAddress.ofLiteral("127.0.0.1"), Profiles.load("parley-simulated").shipped());
    try (SimulatedDevice device = SimulatedDevice.start(settings, DeviceFaults.NONE)) {
      CertificationRun run =
          certify(
              device.ringing(transport).address(),
              device.address(transport).address(),
              "CALL-HOLD",
              "CALL-LATE-OFFER",
              "CALL-CANCEL",
              "CALL-OPTIONS");
      assertEquals(0, run.command().status(), run.command()::toString);
      assertTrue(run.verdicts().stream().allMatch(one -> one.verdict().equals("PASS")));
      everyMessageWentOver(transport, "sip", run);
    }
  }

  @Test
  void certifiesBaresipOverTcp() throws Exception {
    Path peer = Files.createDirectory(folder.resolve("baresip"));
    try (Baresip baresip = Baresip.start(peer, BaresipSettings.usual())) {
      CertificationRun run =
          certify(
              baresip.ringingAddress() + ";transport=tcp",
              baresip.answeringAddress() + ";transport=tcp",
              "CALL-HOLD",
              "CALL-LATE-OFFER",
              "CALL-CANCEL");
      assertEquals(0, run.command().status(), run.command()::toString);
      everyMessageWentOver(Transport.TCP, "sip", run);
    }
  }

  @Test
  void certifiesASimulatedDeviceOverH323InTls() throws Exception {
    DeviceSettings settings =
        DeviceSettings.on(
            DeviceProtocol.H323,
            InetAddress.ofLiteral("127.0.0.1"),
            Profiles.load("parley-simulated").shipped());
    try (SimulatedDevice device = SimulatedDevice.start(settings, DeviceFaults.NONE)) {
      CertificationRun run =
          certify(
              device.ringing(Transport.TLS).address(),
              device.address(Transport.TLS).address(),
              "CALL-CANCEL",
              "H323-TUNNELLING",
              "H323-FAST-START");
      assertEquals(0, run.command().status(), run.command()::toString);
      everyMessageWentOver(Transport.TLS, "q931", run);
    }
  }

  private CertificationRun certify(String ringing, String target, String... cases)
      throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            candidate:
              ringing: "%s"
            network: {address: 127.0.0.1}
            media: {seconds: 1}
            thresholds:
              health: {late-ms: 100, late-count: 5000, collection-ms: 10000, cpu-percent: 100}
            """
                .formatted(ringing));
    List<String> words = new ArrayList<>(List.of(target));
    for (String name : cases) {
      words.add("--case");
      words.add(name);
    }
    return CertificationRun.of(folder, plan, words.toArray(String[]::new));
  }

  /** By our own reading and by tshark's, in every capture that has signalling. */
  private static void everyMessageWentOver(
      Transport transport, String protocol, CertificationRun run)
      throws IOException, InterruptedException {
    Peers.require("tshark");
    Map<String, Integer> messages = new TreeMap<>();
    for (Path capture : run.captures()) {
      DissectedCapture theirs = DissectedCapture.of(capture);
      for (Packet packet : run.record(capture).packets()) {
        DissectedCapture.Frame frame =
            Optional.ofNullable(theirs.frames().get(packet.number())).orElseThrow();
        boolean message = packet instanceof Packet.Message one && one.transport() == transport;
        assertEquals(message, frame.is(protocol), () -> capture + " " + packet + frame);
        if (message) {
          assertEquals("", frame.malformed(), () -> capture + " " + frame);
          assertTrue(
              !protocol.equals("sip") || !frame.sip().isEmpty(), () -> capture + " " + frame);
          messages.merge(CertificationRun.caseOf(capture), 1, Integer::sum);
        }
      }
    }
    // To ask whether an H.323 side is there is to connect, and no more.
    long silent =
        run.captures().stream()
            .filter(capture -> !protocol.equals("sip"))
            .filter(capture -> CertificationRun.caseOf(capture).startsWith("LAB-PREFLIGHT"))
            .count();
    assertEquals(
        run.captures().size() - silent,
        messages.size(),
        () -> "a capture has no message: " + messages);
  }
}
