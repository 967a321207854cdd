package parley.lab.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.suite.Catalogue;
import parley.core.suite.Suite;
import parley.core.suite.engine.PlanExecution;
import parley.core.suite.engine.ReservedPort;
import parley.profiles.Loaded;

/** A candidate that does not answer: one clear reason, and a bundle that says what is missing. */
class AbsentCandidateTest {
  @TempDir Path folder;

  /** Both at once, so that they also show that runs of one second do not touch each other. */
  @Test
  void isSaidOnceAndNoCaseIsRun() throws Exception {
    Files.writeString(
        folder.resolve("plan.yaml"),
        "thresholds: {health: {late-ms: 2000, collection-ms: 60000, cpu-percent: 100}}\n");
    Program program = new Program(folder);
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (DatagramSocket silent = new DatagramSocket(0, loopback);
        ReservedPort nobody = ReservedPort.at(loopback)) {
      String deaf = "sip:x@127.0.0.1:" + silent.getLocalPort();
      String refusing = "sip:x@127.0.0.1:" + nobody.number() + ";transport=tcp";
      Program.Running first = program.start("certify", deaf, "--plan", "plan.yaml");
      Program.Running second = program.start("certify", refusing, "--plan", "plan.yaml");
      check(first.end(), deaf, "no answer within 4 s");
      check(second.end(), refusing, "connection refused");
    }
    List<Path> bundles;
    try (var runs = Files.list(folder.resolve("parley-out"))) {
      bundles = runs.filter(run -> run.toString().endsWith(".asice")).toList();
    }
    assertEquals(2, bundles.size());
    program
        .run("verify", bundles.getFirst().toString())
        .with(1)
        .saying("incomplete: of 23 planned cases 1 were executed", "22 interrupted: REG-DIGEST.1,");
  }

  private static void check(Program.Ended ended, String candidate, String what) {
    ended.with(3).saying(candidate, what, "is the address and port right");
    assertEquals(1, count(ended.err(), what), ended::toString);
    assertEquals(1, count(ended.out(), what), ended::toString);
    assertEquals(1, count(ended.out(), "NOT RUN        22 cases"), ended::toString);
    assertTrue(ended.out().contains("interrupted 22"), ended::toString);
    assertTrue((ended.out() + ended.err()).lines().count() < 20, ended::toString);
  }

  private static long count(String text, String what) {
    return text.lines().filter(line -> line.contains(what)).count();
  }

  @Test
  void runsOfTheSameSecondGetFoldersOfTheirOwn() throws Exception {
    Loaded<Suite> loaded =
        Plan.load(
                Optional.empty(),
                List.of(PlanOverride.text("candidate.target", "sip:room@192.0.2.7")))
            .then(plan -> Suite.of(plan, Catalogue.load()));
    Suite suite = ((Loaded.Good<Suite>) loaded).value();
    Instant now = Instant.parse("2026-11-23T10:45:00Z");
    assertEquals("20261123-104500-192-0-2-7", made(suite, now));
    assertEquals("20261123-104500-192-0-2-7-2", made(suite, now));
    // A bundle whose folder was taken away keeps its name all the same.
    Files.createFile(folder.resolve("20261123-104500-192-0-2-7-3.asice"));
    assertEquals("20261123-104500-192-0-2-7-4", made(suite, now));
  }

  private String made(Suite suite, Instant now) throws Exception {
    return folder.relativize(PlanExecution.newFolder(folder, suite, now)).toString();
  }
}
