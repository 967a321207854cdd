package parley.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import parley.core.evidence.BundleContents;
import parley.core.evidence.BundleReport;
import parley.core.evidence.BundleVerifier;
import parley.core.suite.engine.Certify;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.profiles.Profiles;
import parley.sip.agent.SipBehaviour;

/** A vendor's own build runs the suite from one file, as any launcher runs tests. */
class CertifyAnnotationTest {
  private static final String PLAN = "target/certify-annotation/plan.yaml";
  private static final Path OUTPUT = Path.of("target/certify-annotation/out");

  /** What a vendor writes. */
  @Certify(plan = PLAN)
  static class OurTerminal {}

  @Test
  void runsThePlanOfAnAnnotatedClassAndSealsTheEvidence() throws Exception {
    TestExecutionSummary summary = run(DeviceFaults.NONE);
    assertEquals(2, summary.getTestsSucceededCount(), () -> failures(summary));
    Path bundle = onlyBundle();
    BundleReport report = BundleVerifier.verify(bundle);
    assertTrue(report.intact(), () -> report.problems().toString());
    try (BundleContents contents = BundleContents.open(bundle)) {
      assertTrue(contents.names().contains("junit.xml"), () -> contents.names().toString());
      String xml = new String(contents.open("junit.xml").readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(xml.contains("CALL-OPTIONS.1"), xml);
      assertFalse(xml.contains("java.home"), "system properties have no place in evidence");
    }
  }

  @Test
  void reportsAFailedCaseAsAFailedTest() throws Exception {
    TestExecutionSummary summary =
        run(DeviceFaults.of(SipBehaviour.builder().answerText(text -> text).build()), "CALL-PRACK");
    assertEquals(2, summary.getTestsSucceededCount(), () -> failures(summary));
    TestExecutionSummary broken =
        run(
            DeviceFaults.of(SipBehaviour.builder().ignoresRequiredReliability().build()),
            "CALL-PRACK");
    assertEquals(1, broken.getTestsFailedCount(), () -> failures(broken));
  }

  @Test
  void namesWhatIsWrongWithThePlan() throws Exception {
    prepare("candidate:\n  traget: sip:room@127.0.0.1\n");
    TestExecutionSummary summary = launch();
    assertEquals(1, summary.getContainersFailedCount());
    String message = String.valueOf(summary.getFailures().getFirst().getException().getMessage());
    assertTrue(message.contains("traget") && message.contains("target"), message);
  }

  private static TestExecutionSummary run(DeviceFaults faults) throws IOException {
    return run(faults, "CALL-OPTIONS");
  }

  private static TestExecutionSummary run(DeviceFaults faults, String testCase) throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    DeviceSettings settings =
        DeviceSettings.on(loopback, Profiles.load("parley-simulated").shipped());
    try (SimulatedDevice device = SimulatedDevice.start(settings, faults)) {
      prepare(
          """
          candidate:
            target: "%s"
            simulated: true
          suite:
            include: [%s]
          media: {seconds: 1}
          thresholds:
            health: {late-count: 10000, cpu-percent: 100, collection-ms: 10000}
          output: %s
          """
              .formatted(device.address().address(), testCase, OUTPUT));
      return launch();
    }
  }

  private static void prepare(String plan) throws IOException {
    if (Files.exists(OUTPUT)) {
      try (Stream<Path> old = Files.walk(OUTPUT)) {
        for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(OUTPUT);
    Files.writeString(Path.of(PLAN), plan);
  }

  private static TestExecutionSummary launch() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(OurTerminal.class))
                .build(),
            listener);
    return listener.getSummary();
  }

  private static Path onlyBundle() throws IOException {
    try (Stream<Path> files = Files.list(OUTPUT)) {
      List<Path> bundles = files.filter(file -> file.toString().endsWith(".asice")).toList();
      assertEquals(1, bundles.size(), bundles.toString());
      return bundles.getFirst();
    }
  }

  private static String failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(failure -> failure.getTestIdentifier() + ": " + failure.getException())
        .toList()
        .toString();
  }
}
