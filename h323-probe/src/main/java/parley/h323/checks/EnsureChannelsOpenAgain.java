package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;

/** When we can receive again it opens channels anew. */
public record EnsureChannelsOpenAgain() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.4.6");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "a channel opened after the first capability set that is not empty again";
    Optional<Pausing> pause = Pausing.of(view);
    if (pause.isEmpty() || pause.get().closed().isEmpty() || pause.get().resumed().isEmpty()) {
      return new Outcome.Undecided(expected, "there was no pause with channels closed for it");
    }
    List<Long> opened = pause.get().opened();
    return Outcome.of(
        !opened.isEmpty(),
        expected,
        opened.size() + " opened",
        Inspected.messages(1 + opened.size()),
        opened.isEmpty() ? List.of(pause.get().resumed().get().packet()) : opened);
  }
}
