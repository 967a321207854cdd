package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.profiles.Loaded;

final class PlanSecretsTest {
  private static final String SECRET = "tr0ub4dor";

  @TempDir Path folder;

  @Test
  void aPasswordIsReadWhenItIsNeededAndShowsNowhere() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET + "\nsecond line\n");
    Path file =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            candidate:
              account: {user: room, password-from: 'file:%s'}
              credentials: {user: lab, password-from: 'file:%s'}
            signing: {key: mine.p12, password-from: 'file:%s'}
            """
                .formatted(secret, secret, secret));
    Plan plan = Plan.load(Optional.of(file), List.of()).shipped();
    assertEquals(SECRET, plan.candidate().account().orElseThrow().credentials().password());
    assertEquals(SECRET, plan.signing().passwordFrom().orElseThrow().read());
    assertFalse(plan.toYaml().contains(SECRET));
    assertFalse(plan.toString().contains(SECRET));
    assertFalse(plan.candidate().account().orElseThrow().credentials().toString().contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidate: {account: {user: room, password: tr0ub4dor}}",
        "candidate: {account: {user: room, password-from: tr0ub4dor}}",
        "candidate: {credentials: {user: room, password-from: [tr0ub4dor]}}",
        "candidate: {account: 'room:tr0ub4dor'}",
        "candidate: {password: tr0ub4dor}",
        "signing: {password: tr0ub4dor}",
        "signing: {password-from: 'ENV:tr0ub4dor-x'}",
        "signing: {time-stamp-url: 'https://me:tr0ub4dor@tsa.example/'}",
        "candidate: {target: 'sip:me:tr0ub4dor@192.0.2.1'}",
        "candidate: {registrar: 'SIPS:me:tr0ub4dor@192.0.2.1'}",
        "candidate: {account: {user: room, password-from: env:A b: tr0ub4dor}}"
      })
  void aPasswordInThePlanIsRefusedAndNotRepeated(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), yaml + "\n");
    Loaded<Plan> loaded = Plan.load(Optional.of(file), List.of());
    assertFalse(loaded.problems().isEmpty());
    assertFalse(loaded.toString().contains(SECRET), loaded.toString());
  }

  @Test
  void anInlinePasswordIsAnsweredWithTheRightKey() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("plan.yaml"),
            "candidate:\n  account:\n    user: room\n    password: x\n    password-from: env:A\n");
    assertEquals(
        "line 4, column 5: 'password' is refused: a password never stands in this file; write"
            + " 'password-from: env:NAME' or 'password-from: file:PATH'",
        Plan.load(Optional.of(file), List.of()).problems().getFirst().placed());
  }

  @Test
  void aVariableIsLookedUpOnlyWhenItIsNeeded() throws PasswordUnavailable {
    PasswordSource source = PasswordSource.parse("env:ROOM").orElseThrow();
    assertEquals("x", source.read(name -> Optional.of(name.equals("ROOM") ? "x" : "y")));
    PasswordUnavailable missing =
        assertThrows(PasswordUnavailable.class, () -> source.read(name -> Optional.empty()));
    assertEquals(
        "the environment variable ROOM that holds a password is not set", missing.getMessage());
  }

  @Test
  void aPasswordFileThatCannotServeIsNamed() throws IOException {
    Path absent = folder.resolve("absent");
    assertEquals("the password file " + absent + " is not there", refusal(absent).getMessage());
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertEquals(
        "the first line of the password file " + empty + " is empty", refusal(empty).getMessage());
    Path odd = Files.write(folder.resolve("odd"), new byte[] {(byte) 0xff, 'a'});
    assertEquals("the password file " + odd + " cannot be read", refusal(odd).getMessage());
    Path big = Files.writeString(folder.resolve("big"), "x".repeat(PasswordSource.FILE_LIMIT + 1));
    assertTrue(refusal(big).toString().endsWith("is longer than 4096 bytes"));
  }

  private static PasswordUnavailable refusal(Path file) {
    return assertThrows(
        PasswordUnavailable.class,
        () -> new PasswordSource.FirstLine(file.toString()).read(name -> Optional.empty()));
  }
}
