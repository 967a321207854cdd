package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.profiles.Loaded;
import parley.profiles.Problem;

final class PlanMistakesTest {
  @TempDir Path folder;

  @Test
  void namesTheKeyThatWasMeant() throws IOException {
    assertProblems(
        "canidate:\n  target: sip:a@192.0.2.1\n",
        "line 1, column 1: 'canidate' is not known here; did you mean 'candidate'?");
    assertProblems(
        "thresholds:\n  answer-second: 3\n",
        "line 2, column 3: 'answer-second' is not known here; did you mean 'answer-seconds'?");
  }

  @Test
  void namesEveryProblemInTheOrderOfTheFile() throws IOException {
    assertProblems(
        """
        candidate:
          simulated: maybe
        network:
          signalling-port: 70000
          media-ports: 4000
          transport: utp
        severity:
          EnsureSomething: failure
        """,
        "line 2, column 14: 'simulated' must be true or false, not 'maybe'",
        "line 4, column 20: 'signalling-port' must be at most 65535, not '70000'",
        "line 5, column 16: 'media-ports' must be text, not '4000'",
        "line 6, column 14: 'transport' must be one of udp, tcp, tls, not 'utp'; did you mean"
            + " 'udp'?",
        "line 8, column 20: 'EnsureSomething' must be one of fail, warning, info, not 'failure'");
  }

  @Test
  void namesTheCodecThatWasMeantAndTheKnownOnes() throws IOException {
    List<Problem> problems = problems("media:\n  audio: [opus, G772]\n  video: [H246, PCMU]\n");
    assertEquals(3, problems.size());
    assertStarts(
        "line 2, column 17: no audio codec is called 'G772'; did you mean 'G722'? (known: opus,"
            + " PCMU, PCMA, G722, G722.1, G722.1C,",
        problems.get(0));
    assertStarts(
        "line 3, column 11: no video codec is called 'H246'; did you mean 'H264'? (known: H261,",
        problems.get(1));
    assertStarts("line 3, column 17: 'PCMU' is not a video codec; known: H261,", problems.get(2));
  }

  @Test
  void namesTheProfileThatWasMeant() throws IOException {
    assertProblems(
        "peer:\n  profile: polycom-rmz\n",
        "line 2, column 12: no profile is called 'polycom-rmz'; did you mean 'polycom-rmx'?"
            + " (shipped: parley-simulated, polycom-rmx; or write a file that ends with .yaml)");
  }

  @Test
  void aTargetNeedsAProtocol() throws IOException {
    String expected =
        "line 1, column 21: 'target' must be an address such as sip:user@host, sips:user@host or"
            + " h323:alias@host";
    assertProblems("candidate: {target: 192.0.2.1}\n", expected);
    assertProblems("candidate: {target: 'sip:'}\n", expected);
    assertProblems("candidate: {target: 'mailto:a@b'}\n", expected);
  }

  @Test
  void portsMustBeInOrder() throws IOException {
    assertProblems(
        "network: {media-ports: 500-400}\n",
        "line 1, column 24: 'media-ports' must be a range of ports such as 40000-40999, the lower"
            + " first, none above 65535");
  }

  @Test
  void anAccountNeedsItsPasswordSource() throws IOException {
    assertProblems(
        "candidate:\n  account:\n    user: room\n",
        "line 2, column 3: 'password-from' is missing in 'account'");
  }

  @Test
  void aPlanThatIsNotThereIsSaidSo() {
    Path file = folder.resolve("none.yaml");
    assertEquals(
        List.of(file + ": there is no such file"),
        Plan.load(Optional.of(file), List.of()).problems().stream()
            .map(Problem::toString)
            .toList());
  }

  @Test
  void aMistakeOnTheCommandLineNamesNoLine() {
    Loaded<Plan> loaded =
        Plan.load(
            Optional.empty(),
            List.of(
                PlanOverride.text("candidate.targt", "sip:a@b"),
                PlanOverride.text("candidate.target", "192.0.2.1"),
                PlanOverride.yaml("media.audio", "[opsu]")));
    List<String> problems = loaded.problems().stream().map(Problem::toString).toList();
    assertEquals(3, problems.size());
    assertEquals(
        "command line (candidate.targt): 'targt' is not known here; did you mean 'target'?",
        problems.get(0));
    assertEquals(
        "command line (candidate.target): 'target' must be an address such as sip:user@host,"
            + " sips:user@host or h323:alias@host",
        problems.get(1));
    assertTrue(
        problems
            .get(2)
            .startsWith(
                "command line (media.audio): no audio codec is called 'opsu'; did you mean"
                    + " 'opus'?"),
        problems.get(2));
  }

  @Test
  void theNameOfAresNeedsAClock() throws IOException {
    assertProblems(
        "media:\n  ares-name: ARES\n",
        "line 2, column 14: 'ares-name' must be an SDP name and clock such as ARES/48000, not"
            + " 'ARES'");
  }

  private void assertProblems(String yaml, String... expected) throws IOException {
    assertEquals(List.of(expected), problems(yaml).stream().map(Problem::placed).toList());
  }

  private static void assertStarts(String expected, Problem problem) {
    assertTrue(problem.placed().startsWith(expected), problem.placed());
  }

  private List<Problem> problems(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), yaml);
    Loaded<Plan> loaded = Plan.load(Optional.of(file), List.of());
    assertFalse(loaded.found().isPresent());
    loaded.problems().forEach(problem -> assertEquals(file.toString(), problem.file()));
    return loaded.problems();
  }
}
