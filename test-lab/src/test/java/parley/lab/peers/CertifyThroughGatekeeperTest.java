package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Credentials;
import parley.core.call.Target;
import parley.h323.gatekeeper.GatekeeperEvent;
import parley.h323.gatekeeper.GatekeeperSettings;
import parley.h323.gatekeeper.LiveGatekeeper;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceProtocol;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.profiles.Profiles;

/**
 * A candidate behind a gatekeeper is called by its alias; the plan says where the gatekeeper is.
 */
@Timeout(120)
class CertifyThroughGatekeeperTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @TempDir private Path folder;

  @Test
  void theCandidateIsFoundByItsAliasAndEachCallIsAdmitted() throws Exception {
    Queue<GatekeeperEvent> events = new ConcurrentLinkedQueue<>();
    try (LiveGatekeeper gatekeeper =
        LiveGatekeeper.start(
            GatekeeperSettings.open(
                "laboratory", new InetSocketAddress(HERE, 0), new InetSocketAddress(HERE, 0)),
            (protocol, transport, heading, ours, theirs, octets) -> {},
            events::add)) {
      String registrar = "h323:127.0.0.1:" + gatekeeper.settings().ras().getPort();
      DeviceSettings settings =
          DeviceSettings.on(DeviceProtocol.H323, HERE, Profiles.load("parley-simulated").shipped())
              .registeringAt(Target.parse(registrar), new Credentials("room", "not asked for"));
      try (SimulatedDevice device = SimulatedDevice.start(settings, DeviceFaults.NONE)) {
        awaitRegistration(events);
        Path plan =
            Files.writeString(
                folder.resolve("plan.yaml"),
                """
                candidate: {registrar: "%s", simulated: true}
                network: {address: 127.0.0.1}
                media: {seconds: 1}
                thresholds:
                  health: {late-ms: 100, late-count: 5000, collection-ms: 10000, cpu-percent: 100}
                """
                    .formatted(registrar));
        CertificationRun run =
            CertificationRun.of(
                folder,
                plan,
                "h323:room",
                "--case",
                "H323-TUNNELLING",
                "--case",
                "CALL-RELEASE-BY-PEER");
        assertEquals(0, run.command().status(), run.command()::toString);
        assertEquals(
            List.of("PASS"),
            run.verdicts().stream().map(CertificationRun.Verdict::verdict).distinct().toList());
        assertTrue(device.address().address().startsWith("h323:"));
      }
    }
    // Preflight asks where it is; the two cases call, and the candidate asks for each as well.
    assertTrue(
        events.stream().filter(GatekeeperEvent.Admitted.class::isInstance).count() >= 5,
        events::toString);
    assertTrue(events.stream().noneMatch(GatekeeperEvent.Refused.class::isInstance));
  }

  private static void awaitRegistration(Queue<GatekeeperEvent> events) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (events.stream().noneMatch(GatekeeperEvent.Registered.class::isInstance)
        && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }
}
