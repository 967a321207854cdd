package parley.core.suite;

import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;

/**
 * One case of the suite: a stimulus that is given live and a judgement of what the record shows.
 * The two share nothing but the record.
 */
public interface TestCase {
  CaseId id();

  /** A sentence that says what a device that passes does. */
  String title();

  Area area();

  List<Clause> clauses();

  /** What it needs beside a candidate that answers calls. */
  default Set<Need> needs() {
    return Set.of();
  }

  /** What the protocol has to be able to do; over one that cannot there is no such case. */
  default Set<Ability> abilities() {
    return Set.of();
  }

  /**
   * The stimulus, a script that reads from top to bottom on a virtual thread. A {@link CallFailure}
   * is written into the record as a difficulty; what it means is judged later.
   */
  void exercise(Bench bench) throws CallFailure, InterruptedException;

  /** Judges the record; pure. */
  void judge(CaseRecord record, Bailiff bailiff);
}
