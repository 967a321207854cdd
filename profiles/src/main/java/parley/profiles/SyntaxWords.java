package parley.profiles;

/** Says what a YAML parser means in words for those who did not write one. */
final class SyntaxWords {
  static final String REPEATS = "this repeats itself by '&' and '*' beyond all limits";

  private SyntaxWords() {}

  /** True where the mistake stands at the parser's context and not where it gave up. */
  static boolean namesItsContext(String problem) {
    return problem.contains("could not find expected ':'");
  }

  static String of(String problem) {
    if (problem.contains("\\t") || problem.contains("TAB")) {
      return "a tab stands here; indent with blanks";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a ':' is not expected here; put text that holds ': ' in quotes, and check that the"
          + " line is indented like its neighbours";
    }
    if (namesItsContext(problem)) {
      return "a ':' is missing after this key";
    }
    if (problem.contains("<block end>")) {
      return "this line is not indented like its neighbours";
    }
    if (problem.contains("unexpected end of stream")) {
      return "a quotation mark that was opened is never closed";
    }
    if (problem.contains("expected ',' or")) {
      return "a list or group that was opened with '[' or '{' is not closed before here";
    }
    if (problem.contains("but found another document")) {
      return "a second document starts here ('---'); only one is read";
    }
    if (problem.contains("undefined alias")) {
      return "'*' has a meaning of its own in YAML; put text that begins with it in quotes";
    }
    if (problem.contains("Number of aliases")) {
      return REPEATS;
    }
    return "this is not YAML: " + problem;
  }
}
