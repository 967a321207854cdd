package parley.core.tender;

import java.util.Set;
import parley.core.judge.Flag;
import parley.core.judge.Verdict;

/**
 * What a bundle says of one case.
 *
 * @param id with its version
 * @param flags such as {@code PROPRIETARY}
 */
public record MeasuredCase(String id, Verdict verdict, Set<Flag> flags) {
  public MeasuredCase {
    flags = Set.copyOf(flags);
  }

  /** Passed, with or without a warning. */
  boolean passed() {
    return verdict == Verdict.PASS || verdict == Verdict.WARNING;
  }
}
