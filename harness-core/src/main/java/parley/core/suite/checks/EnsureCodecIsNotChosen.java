package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** A codec the candidate cannot have does not come back in its answer. */
public record EnsureCodecIsNotChosen(String codec) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public String name() {
    return "EnsureUnknownCodecIsNotChosen";
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "an answer without " + codec;
    Optional<CallEvent.Agreed> agreed = view.call().firstAgreement();
    if (agreed.isEmpty()) {
      return new Outcome.Undecided(expected, "nothing was agreed");
    }
    Optional<MediaAgreement.Line> line = agreed.get().agreement().line(MediaKind.AUDIO);
    List<String> codecs =
        line.map(one -> one.theirs().formats().stream().map(Format::label).toList())
            .orElse(List.of());
    boolean chosen =
        line.stream().flatMap(one -> one.theirs().formats().stream()).anyMatch(f -> f.is(codec));
    return Outcome.of(
        !chosen,
        expected,
        "answered " + String.join(", ", codecs),
        Inspected.messages(1),
        List.of(agreed.get().packet()));
  }
}
