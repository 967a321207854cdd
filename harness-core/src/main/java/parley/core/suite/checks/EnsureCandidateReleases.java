package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/**
 * When its user hangs up, the candidate ends the call in signalling, too, and not before.
 *
 * @param askedNanos when its user was made to hang up; empty where the script did not come to it
 */
public record EnsureCandidateReleases(Optional<Long> askedNanos) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §15.1.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the candidate ends the call when its user hangs up";
    Inspected inspected = Inspected.messages(view.call().events().size());
    Optional<CallEvent.Releasing> ended =
        view.call().first(CallEvent.Releasing.class, Heading.RECEIVED);
    if (view.answered().isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    if (ended.isPresent()
        && askedNanos.filter(asked -> ended.get().timeNanos() >= asked).isEmpty()) {
      return new Outcome.Violated(
          expected,
          "it ended the call before its user hung up",
          inspected,
          List.of(ended.get().packet()));
    }
    if (askedNanos.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to make its user hang up");
    }
    return ended
        .<Outcome>map(
            event -> new Outcome.Satisfied(expected, "it did", inspected, List.of(event.packet())))
        .orElseGet(
            () ->
                new Outcome.Violated(
                    expected,
                    "nothing came within "
                        + view.plan().thresholds().releaseSeconds()
                        + " s after its user hung up",
                    inspected,
                    List.of()));
  }
}
