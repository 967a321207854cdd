package parley.core.judge;

import java.util.List;

/** What one check found, before the plan says what that means. */
public sealed interface Outcome {
  /** What was looked at, so that an empty pass cannot be. */
  Inspected inspected();

  /** Packets that show it. */
  List<Long> packets();

  String expected();

  String actual();

  record Satisfied(String expected, String actual, Inspected inspected, List<Long> packets)
      implements Outcome {
    public Satisfied {
      packets = List.copyOf(packets);
    }
  }

  record Violated(String expected, String actual, Inspected inspected, List<Long> packets)
      implements Outcome {
    public Violated {
      packets = List.copyOf(packets);
    }
  }

  /** There was nothing to decide on; {@code actual} says what was missing. */
  record Undecided(String expected, String actual) implements Outcome {
    @Override
    public Inspected inspected() {
      return Inspected.NOTHING;
    }

    @Override
    public List<Long> packets() {
      return List.of();
    }
  }

  /** Satisfied or violated, as {@code holds} says. */
  static Outcome of(
      boolean holds, String expected, String actual, Inspected inspected, List<Long> packets) {
    return holds
        ? new Satisfied(expected, actual, inspected, packets)
        : new Violated(expected, actual, inspected, packets);
  }
}
