package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlSyntaxTest {
  @Test
  void namesLineAndColumnOfASyntaxError() {
    assertProblem(
        "a: 1\nb: c: d\n",
        "line 2, column 5: a ':' is not expected here; put text that holds ': ' in quotes, and"
            + " check that the line is indented like its neighbours");
    assertProblem("a: 1\n\tb: 2\n", "line 2, column 1: a tab stands here; indent with blanks");
    assertProblem(
        "a:\n  b: 1\n c: 2\n", "line 3, column 2: this line is not indented like its neighbours");
    assertProblem("a: 'x\n", "line 2, column 1: a quotation mark that was opened is never closed");
    assertProblem(
        "a: [1, 2\nb: 3\n",
        "line 2, column 2: a list or group that was opened with '[' or '{' is not closed before"
            + " here");
    assertProblem("a: 1\nbcd\ne: 2\n", "line 2, column 1: a ':' is missing after this key");
    assertProblem(
        "a: 1\n---\nb: 2\n",
        "line 2, column 1: a second document starts here ('---'); only one is read");
    assertProblem(
        "include: [*-HOLD]\n",
        "line 1, column 11: '*' has a meaning of its own in YAML; put text that begins with it in"
            + " quotes");
  }

  @Test
  void namesAKeyThatStandsTwice() {
    assertProblem(
        "a: 1\nb: 2\na: 3\n",
        "line 3, column 1: 'a' stands here a second time; the first is in line 1");
  }

  @Test
  void namesAControlCharacter() {
    assertProblem(
        "a: 1\nb: x\u0007\n",
        "line 2, column 5: an invisible control character (U+0007) stands here; remove it");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertProblem("", "this file is empty");
    assertProblem("# nothing but a remark\n", "this file is empty");
  }

  @Test
  void nestingHasALimit() {
    assertProblem(
        "[".repeat(100_000),
        "line 1, column 41: groups and lists are nested deeper than 40 levels");
  }

  @Test
  void repetitionByAliasesHasALimit() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    List<Problem> problems = read(laughs.toString()).problems();
    assertEquals(1, problems.size());
    assertEquals(
        "this repeats itself by '&' and '*' beyond all limits", problems.getFirst().message());
    assertEquals(1, read("a: &a [*a]\n").problems().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextGivesAValueOrProblemsAndNeverThrows(long seed) {
    RandomGenerator random = new Random(seed);
    String letters = "ab:-[]{}&*#'\"\\|>!%@`?,. \n\n\t0\u00e4\ud83d\ude00";
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Loaded<Document> loaded = read(text.toString());
      assertEquals(loaded.found().isEmpty(), !loaded.problems().isEmpty());
    }
  }

  private static void assertProblem(String yaml, String expected) {
    assertEquals(List.of(expected), read(yaml).problems().stream().map(Problem::placed).toList());
  }

  private static Loaded<Document> read(String yaml) {
    return YamlFile.read("x.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
