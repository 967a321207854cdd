package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapeProblemsTest {
  private static final Shape HOUSE = Shape.shipped(ShapeProblemsTest.class, "house.schema.json");

  @Test
  void namesTheKeyThatWasMeant() {
    assertProblems(
        "owner: A\ngate:\n  code-form: env:A\n  code-from: env:B\n",
        "line 3, column 3: 'code-form' is not known here; did you mean 'code-from'?");
  }

  @Test
  void listsTheKnownKeysWhereNoneIsNear() {
    assertProblems(
        "owner: A\ngate: {code-from: env:A, zzz: 1}\n",
        "line 2, column 26: 'zzz' is not known here; known here: code-from");
  }

  @Test
  void saysWhichKindOfValueIsWanted() {
    assertProblems(
        "owner: [A]\nrooms: many\nheated: 'yes'\nguests: Ann\n",
        "line 1, column 8: 'owner' must be text, not a list",
        "line 2, column 8: 'rooms' must be a whole number, not 'many'",
        "line 3, column 9: 'heated' must be true or false, not 'yes'",
        "line 4, column 9: 'guests' must be a list, not 'Ann'");
  }

  @Test
  void namesTheEntryOfAList() {
    assertProblems(
        "owner: A\nguests:\n  - Ann\n  - 7\n",
        "line 4, column 5: 'guests', entry '2' must be text, not '7'");
  }

  @Test
  void saysThatAKeyHasNoValue() {
    assertProblems("owner:\n", "line 1, column 7: 'owner' has no value; it must be text");
  }

  @Test
  void listsWhatIsAllowedAndWhatWasMeant() {
    assertProblems(
        "owner: A\ncolour: gren\n",
        "line 2, column 9: 'colour' must be one of red, green, blue, not 'gren'; did you mean"
            + " 'green'?");
  }

  @Test
  void namesBounds() {
    assertProblems(
        "owner: A\nrooms: 100\n", "line 2, column 8: 'rooms' must be at most 99, not '100'");
    assertProblems("owner: A\nrooms: 0\n", "line 2, column 8: 'rooms' must be at least 1, not '0'");
  }

  @Test
  void aValueOfTheWrongKindIsNamedOnce() {
    assertProblems(
        "owner: A\nrooms: 0.5\n", "line 2, column 8: 'rooms' must be a whole number, not '0.5'");
  }

  @Test
  void saysTheFormInWords() {
    assertProblems(
        "owner: A\npost-code: '12'\n",
        "line 2, column 12: 'post-code' must be six digits, not '12'");
  }

  @Test
  void namesWhatIsMissingAndWhere() {
    assertProblems(
        "rooms: 3\ngate: {}\n",
        "line 1, column 1: 'owner' is missing",
        "line 2, column 1: 'code-from' is missing in 'gate'");
  }

  @Test
  void checksTheFormOfKeys() {
    assertProblems(
        "owner: A\nkeys:\n  Front: x\n",
        "line 3, column 3: 'Front' must be a word of small letters");
  }

  @Test
  void refusesAPasswordInTheFileAndDoesNotRepeatIt() {
    List<Problem> problems =
        check("owner: A\ngate:\n  password: s3cret\n  code-from: s3cret\n").problems();
    assertEquals(
        List.of(
            "line 3, column 3: 'password' is refused: a password never stands in this file; write"
                + " 'password-from: env:NAME' or 'password-from: file:PATH'",
            "line 4, column 14: 'code-from' must be env:NAME"),
        problems.stream().map(Problem::placed).toList());
    assertFalse(problems.toString().contains("s3cret"));
  }

  @Test
  void aSecretOfTheWrongKindIsNotRepeated() {
    assertProblems(
        "owner: A\ngate: {code-from: 4711}\n", "line 2, column 19: 'code-from' must be text");
  }

  @Test
  void aGoodFileHasNoProblem() {
    assertProblems("owner: A\ncolour: red\nkeys: {front: x}\n");
  }

  @Test
  void theWholeFileMustBeAGroup() {
    assertProblems("- owner\n", "line 1, column 1: 'the file' must be a group of keys, not a list");
  }

  private static void assertProblems(String yaml, String... expected) {
    assertEquals(List.of(expected), check(yaml).problems().stream().map(Problem::placed).toList());
  }

  private static Loaded<Document> check(String yaml) {
    return YamlFile.read("house.yaml", yaml.getBytes(StandardCharsets.UTF_8)).then(HOUSE::check);
  }
}
