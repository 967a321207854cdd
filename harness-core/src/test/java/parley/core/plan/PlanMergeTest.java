package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Target;
import parley.core.judge.Severity;
import parley.core.record.Transport;
import parley.profiles.Confidence;

final class PlanMergeTest {
  @TempDir Path folder;

  @Test
  void withoutAFileTheDefaultsHold() {
    Plan plan = Plan.standard();
    assertEquals(Optional.empty(), plan.candidate().target());
    assertEquals("polycom-rmx", plan.peer().profile());
    assertEquals(new PortRange(40000, 40999), plan.network().mediaPorts());
    assertEquals(3, plan.media().seconds());
    assertEquals(List.of("opus", "G722", "PCMU", "PCMA"), plan.media().audio());
    assertTrue(plan.media().ares().assumed());
    assertEquals("ARES/48000", plan.media().ares().text());
    assertEquals(Signing.SELF_SIGNED, plan.signing());
  }

  @Test
  void theUsersFileWinsKeyByKey() throws IOException {
    Plan plan =
        load(
            """
            candidate:
              target: sip:room@192.0.2.7;transport=tcp
              account: {user: room, password-from: "env:ROOM"}
              actions: {hang-up: [ssh, room, "hangup now"]}
              not-applicable: {REGISTRATION-DIGEST: it never registers}
            network: {transport: tcp}
            media: {seconds: 7, audio: [G7221, pcma]}
            thresholds: {health: {late-ms: 50}}
            severity: {EnsureOrder: warning}
            """);
    Plan standard = Plan.standard();
    assertEquals(
        Optional.of(Target.parse("sip:room@192.0.2.7;transport=tcp")), plan.candidate().target());
    assertEquals(
        Optional.of(new Account("room", new PasswordSource.Variable("ROOM"))),
        plan.candidate().account());
    assertEquals(
        Optional.of(List.of("ssh", "room", "hangup now")),
        plan.candidate().action(Candidate.HANG_UP));
    assertEquals(
        Optional.of("it never registers"),
        plan.candidate().notApplicable("REGISTRATION-DIGEST", "REGISTRATION-DIGEST.1"));
    assertEquals(Transport.TCP, plan.network().transport());
    assertEquals(standard.network().mediaPorts(), plan.network().mediaPorts());
    assertEquals(7, plan.media().seconds());
    assertEquals(standard.media().picture(), plan.media().picture());
    assertEquals(List.of("G722.1", "PCMA"), plan.media().audio());
    assertEquals(standard.media().video(), plan.media().video());
    assertEquals(50, plan.thresholds().health().lateMillis());
    assertEquals(
        standard.thresholds().health().cpuPercent(), plan.thresholds().health().cpuPercent());
    Map<String, Severity> severities = new HashMap<>(standard.severity().byCheck());
    severities.put("EnsureOrder", Severity.WARNING);
    assertEquals(severities, plan.severity().byCheck());
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("plan.yaml"), "output: mine\nsuite: {include: [audio]}\n");
    Plan plan =
        Plan.load(
                Optional.of(file),
                List.of(
                    PlanOverride.text("output", "their \"own\" \\ folder"),
                    PlanOverride.text("candidate.target", "sip:a@192.0.2.1"),
                    PlanOverride.yaml("network.signalling-port", "5070"),
                    PlanOverride.yaml("suite.include", "[CALL-HOLD.1, \"VIDEO-*\"]")))
            .shipped();
    assertEquals("their \"own\" \\ folder", plan.output());
    assertEquals("sip:a@192.0.2.1", plan.candidate().target().orElseThrow().address());
    assertEquals(5070, plan.network().signallingPort());
    assertEquals(List.of("CALL-HOLD.1", "VIDEO-*"), plan.suite().include());
  }

  @Test
  void aNameForAresThatSomebodySaysIsNoAssumptionAnyMore() throws IOException {
    AresName said = load("media: {ares-name: x-ares/24000}\n").media().ares();
    assertEquals(new AresName("x-ares", 24000, Confidence.DECLARED), said);
    assertFalse(said.assumed());
    AresName traced =
        load("media: {ares-name: ARES/48000, ares-name-confidence: traced}\n").media().ares();
    assertEquals(Confidence.TRACED, traced.confidence());
  }

  private Plan load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), yaml);
    return Plan.load(Optional.of(file), List.of()).shipped();
  }
}
