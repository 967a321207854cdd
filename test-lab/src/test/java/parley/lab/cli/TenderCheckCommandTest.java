package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.suite.Catalogue;
import parley.core.suite.Suite;
import parley.core.suite.engine.StopRequest;
import parley.lab.console.Terminal;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.lab.run.Certification;
import parley.profiles.Profiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user of {@code parley tender check} sees, with the bundle of a real run. */
class TenderCheckCommandTest {
  private static final String HOSTILE = "<script>alert(1)</script> =1+1 \u001b[31m";

  @TempDir private static Path folder;

  private static Path bundle = Path.of("");

  @BeforeAll
  static void certifyASimulatedDevice() throws Exception {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (SimulatedDevice device =
        SimulatedDevice.start(
            DeviceSettings.on(loopback, Profiles.load("parley-simulated").shipped()),
            DeviceFaults.NONE)) {
      Plan plan =
          Plan.load(
                  Optional.empty(),
                  List.of(
                      PlanOverride.text("candidate.target", device.address().address()),
                      PlanOverride.text("candidate.name", HOSTILE),
                      PlanOverride.yaml("candidate.simulated", "true"),
                      PlanOverride.text("network.address", "127.0.0.1"),
                      PlanOverride.yaml("suite.include", "[SDP-ARES-BESIDE-STANDARD]"),
                      PlanOverride.yaml(
                          "thresholds.health",
                          "{late-ms: 2000, late-count: 1000, collection-ms: 5000, cpu-percent: 100,"
                              + " dropped-packets: 100}"),
                      PlanOverride.text("output", folder.resolve("out").toString())))
              .shipped();
      Suite suite = Suite.of(plan, Catalogue.load()).shipped();
      java.io.PrintWriter nowhere = new java.io.PrintWriter(java.io.Writer.nullWriter());
      Terminal terminal = new Terminal(nowhere, nowhere, false, false, false);
      bundle = new Certification(terminal, new StopRequest()).run(suite).bundle().orElseThrow();
    }
  }

  @Test
  void aMeasuredRunTurnsTheAresLineRestrictiveAndIsMarkedSimulated() {
    CommandRun run = check("--candidate", bundle.toString(), "--json");
    assertEquals(0, run.status(), run.toString());
    JsonNode root = JsonMapper.shared().readTree(run.out());
    assertTrue(root.path("simulated").asBoolean());
    JsonNode ares = root.path("lines").path(1);
    assertEquals("ares", ares.path("id").asString());
    assertEquals("RESTRICTIVE", ares.path("class").asString(), run.toString());
    assertEquals("unknown", ares.path("confidence").asString());
    assertEquals("MEASURABLE", root.path("lines").path(2).path("class").asString());
    for (String reading : List.of("UNKNOWN_FAILS", "UNKNOWN_MEETS")) {
      JsonNode alone = root.path("competition").path(reading).path("leaveOneMakerAlone");
      assertTrue(
          alone.valueStream().anyMatch(one -> one.path("line").asString().equals("ares")),
          run.toString());
    }
  }

  @Test
  void aBundleOfASimulatorIsNotTakenForAMakersProduct() {
    CommandRun run = check("--candidate", "vinteo=" + bundle);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("is of a simulator: it says nothing of vinteo"), run.err());
  }

  @Test
  void aChangedBundleIsRefusedAndNothingIsConcluded() throws Exception {
    byte[] octets = Files.readAllBytes(bundle);
    octets[octets.length / 2] ^= 1;
    Path changed = Files.write(folder.resolve("changed.asice"), octets);
    CommandRun run = check("--candidate", changed.toString());
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("does not verify, so nothing in it counts: "), run.err());
  }

  @Test
  void whatADeviceCallsItselfCannotChangeThePageOrTheTerminal() throws Exception {
    for (String language : List.of("en", "ru")) {
      Path page = folder.resolve(language + ".html");
      CommandRun run =
          check("--candidate", bundle.toString(), "--lang", language, "--html", page.toString());
      assertEquals(0, run.status(), run.toString());
      String html = Files.readString(page);
      assertTrue(html.contains("<html lang=\"" + language + "\">"));
      assertFalse(html.contains("<script"), html);
      assertTrue(html.contains("&lt;script&gt;"), html);
      assertFalse(html.contains("http"), "the page must work without a network");
    }
    assertFalse(check("--candidate", bundle.toString()).out().contains("\u001b"));
  }

  @Test
  void theTableStandsBeforeTheDetails() {
    String out = check().out();
    assertTrue(out.contains("! No bundle was given: nothing here is measured."), out);
    assertTrue(out.indexOf("WHO MEETS WHICH LINE") < out.indexOf("Three questions"), out);
    assertTrue(out.contains("no legal advice"), out);
  }

  @Test
  void wrongNamesAreSaidWithTheOnesThatWereMeant() {
    assertTrue(
        CommandRun.of(folder, "tender", "check", "gas-justise-2024")
            .err()
            .contains("did you mean 'gas-justice-2024'?"));
    CommandRun candidate = check("--candidate", "vintoe=polycom-rmx");
    assertEquals(2, candidate.status());
    assertTrue(candidate.err().contains("did you mean 'vinteo'?"), candidate.err());
    assertTrue(check("--candidate", "gone.asice").err().contains("there is no bundle"));
    assertTrue(check("--lang", "de").err().contains("there are no texts in 'de'"));
  }

  private static CommandRun check(String... options) {
    String[] words = new String[3 + options.length];
    words[0] = "tender";
    words[1] = "check";
    words[2] = "gas-justice-2024";
    System.arraycopy(options, 0, words, 3, options.length);
    return CommandRun.of(folder, words);
  }
}
