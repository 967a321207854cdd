package parley.lab.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.evidence.Signer;

/** What a user does wrong is said before anything is called: what, where, and what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakesTest {
  /**
   * @param says what must be among the words
   */
  record Mistake(String name, List<String> arguments, int status, List<String> says) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    Signer.ownKey(Files.createDirectories(folder.resolve("config")));
    Files.writeString(folder.resolve("a-file"), "no folder, and no bundle either");
    Files.writeString(folder.resolve("wrong.password"), "wrong\n");
    plan("typo", "candidate:\n  target: sip:x@127.0.0.1\nthresholds:\n  answr-seconds: 3\n");
    plan("codec", "candidate: {target: 'sip:x@127.0.0.1'}\nmedia: {audio: [opuss]}\n");
    plan("broken", "candidate: [\n");
    plan(
        "account",
        """
        candidate:
          target: sip:x@127.0.0.1
          account: {user: room, password-from: "env:PARLEY_TEST_NOT_SET"}
        """);
    plan(
        "key",
        """
        candidate: {target: "sip:x@127.0.0.1"}
        signing: {key: config/evidence-key.p12, password-from: "file:wrong.password"}
        """);
    plan(
        "key-password",
        """
        candidate: {target: "sip:x@127.0.0.1"}
        signing: {key: config/evidence-key.p12, password-from: "env:PARLEY_TEST_NOT_SET"}
        """);
  }

  private static void plan(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  static List<Mistake> mistakes() {
    String target = "sip:x@127.0.0.1";
    return List.of(
        certify("no target at all", List.of("no candidate to call", "candidate.target")),
        certify("an address without a protocol", List.of("sip:user@host"), "room@127.0.0.1"),
        certify(
            "a protocol nothing speaks",
            List.of("sips:user@host or h323:alias"),
            "xmpp:x@127.0.0.1"),
        certify(
            "a host that does not resolve",
            List.of("'no-such-host.invalid'", "is not known", "Check the host"),
            "sip:x@no-such-host.invalid"),
        certify("an unknown case", List.of("'NOPE'", "'parley cases'"), target, "--case", "NOPE"),
        certify(
            "a case with a typo",
            List.of("'CALL-HOLDS'", "did you mean 'CALL-HOLD'?"),
            target,
            "--case",
            "CALL-HOLDS"),
        certify(
            "a plan with a typo",
            List.of("typo.yaml: line 4, column 3", "did you mean 'answer-seconds'?"),
            "--plan",
            "typo.yaml"),
        certify(
            "an unknown codec",
            List.of("codec.yaml: line 2", "'opuss'", "did you mean 'opus'?"),
            "--plan",
            "codec.yaml"),
        certify("a plan that is no YAML", List.of("broken.yaml: line 2"), "--plan", "broken.yaml"),
        certify("no such plan", List.of("absent.yaml", "no such file"), "--plan", "absent.yaml"),
        certify(
            "a file in place of the output folder",
            List.of("'a-file' is a file, not a folder", "--output"),
            target,
            "--output",
            "a-file"),
        certify(
            "an output folder that cannot be made",
            List.of("nothing can be written", "/proc/self", "--output"),
            target,
            "--output",
            "/proc/self/parley"),
        certify(
            "a password that is not set",
            List.of("PARLEY_TEST_NOT_SET", "is not set", "candidate.account"),
            "--plan",
            "account.yaml"),
        certify(
            "a signing key with the wrong password",
            List.of("evidence-key.p12", "password is right"),
            "--plan",
            "key.yaml"),
        certify(
            "a signing key whose password is not set",
            List.of("signing key", "PARLEY_TEST_NOT_SET"),
            "--plan",
            "key-password.yaml"),
        new Mistake(
            "a bundle that is not there",
            List.of("verify", "absent.asice"),
            2,
            List.of("there is no bundle 'absent.asice'")),
        new Mistake(
            "a folder in place of a bundle",
            List.of("verify", "config"),
            2,
            List.of("'config' is a folder", ".asice")),
        new Mistake(
            "a file that is no bundle",
            List.of("verify", "a-file"),
            1,
            List.of("NOT VALID", "no bundle of Parley")),
        new Mistake(
            "a replay of what is no bundle",
            List.of("verify", "--replay", "a-file"),
            1,
            List.of("NOT VALID", "no bundle of Parley")));
  }

  private static Mistake certify(String name, List<String> says, String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of("certify"));
    all.addAll(List.of(arguments));
    return new Mistake(name, all, 2, says);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isSaidClearly(Mistake mistake) throws Exception {
    Program.Ended ended = new Program(folder).run(mistake.arguments().toArray(String[]::new));
    ended.with(mistake.status()).saying(mistake.says().toArray(String[]::new));
    assertTrue(ended.err().lines().count() <= 3, ended::toString);
    assertTrue(mistake.status() == 1 || ended.out().isEmpty(), ended::toString);
  }

  @Test
  void aSignallingPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      plan(
          "port",
          "candidate: {target: 'sip:x@127.0.0.1'}\nnetwork: {signalling-port: %d}\n"
              .formatted(taken.getLocalPort()));
      Program.Ended ended = new Program(folder).run("certify", "--plan", "port.yaml");
      ended
          .with(3)
          .saying("port " + taken.getLocalPort(), "already in use", "'network.signalling-port'");
      assertEquals(1, ended.out().lines().filter(line -> line.contains("NOT RUN")).count());
    }
  }

  @AfterAll
  static void leavesNothingOfRunsThatNeverBegan() throws Exception {
    try (var runs = Files.list(folder.resolve("parley-out"))) {
      // The folder and the bundle of the one run that began.
      assertEquals(2, runs.count());
    }
  }
}
