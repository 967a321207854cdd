package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;

/** Told by an empty capability set to send nothing, it closes its channels. */
public record EnsurePauseClosesChannels() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.4.6");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "each open channel closed after an empty capability set";
    Optional<Pausing> pause = Pausing.of(view);
    if (pause.isEmpty() || pause.get().channels().isEmpty()) {
      return new Outcome.Undecided(
          expected, pause.isEmpty() ? "no pause was ordered" : "it had no channel open");
    }
    Set<Integer> left = new TreeSet<>(pause.get().channels());
    left.removeAll(pause.get().closed());
    return Outcome.of(
        left.isEmpty(),
        expected,
        left.isEmpty() ? "so they were" : "channels " + left + " stayed open",
        Inspected.messages(pause.get().channels().size()),
        List.of(pause.get().packet()));
  }
}
