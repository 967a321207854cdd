package parley.core.suite.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/**
 * An accepted line of the answer has at least one codec of the offer and none that was not offered.
 */
public record EnsureAnswerListsOnlyOfferedCodecs() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "each accepted line answered with codecs of the offer";
    Optional<CallEvent.Agreed> agreed = view.call().firstAgreement();
    if (agreed.isEmpty()) {
      return new Outcome.Undecided(expected, "nothing was agreed");
    }
    List<String> strange = new ArrayList<>();
    for (MediaAgreement.Line line : agreed.get().agreement().lines()) {
      if (line.accepted() && agreed.get().agreement().weOffered()) {
        List<Format> answered = line.theirs().formats();
        answered.stream()
            .filter(format -> line.ours().formats().stream().noneMatch(ours -> same(ours, format)))
            .forEach(format -> strange.add(format.label()));
        if (answered.isEmpty()) {
          strange.add("no codec at all for " + line.kind());
        }
      }
    }
    return Outcome.of(
        strange.isEmpty(),
        expected,
        strange.isEmpty() ? "so it was" : String.join(", ", strange),
        Inspected.messages(1),
        List.of(agreed.get().packet()));
  }

  private static boolean same(Format ours, Format theirs) {
    return ours.is(theirs.codec()) && ours.clockRate() == theirs.clockRate();
  }
}
