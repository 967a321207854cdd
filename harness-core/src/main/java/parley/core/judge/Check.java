package parley.core.judge;

/**
 * One leaf expectation. Its name is a sentence ({@code EnsureAnswerKeepsEveryMediaLine}), it comes
 * from one clause and says what it expected and what it saw. Pure: the same subject gives the same
 * outcome.
 *
 * @param <S> what it looks at
 */
public interface Check<S> {
  Clause clause();

  Outcome examine(S subject);

  /** The name findings and plans use: the simple name of the class. */
  default String name() {
    return getClass().getSimpleName();
  }
}
