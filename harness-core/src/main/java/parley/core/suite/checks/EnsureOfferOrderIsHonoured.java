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

/** The answer lists the common codecs in the order of the offer. */
public record EnsureOfferOrderIsHonoured() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the audio codecs answered in the order they were offered";
    Optional<CallEvent.Agreed> agreed = view.call().firstAgreement();
    Optional<MediaAgreement.Line> line =
        agreed.flatMap(event -> event.agreement().line(MediaKind.AUDIO));
    if (agreed.isEmpty() || line.isEmpty()) {
      return new Outcome.Undecided(expected, "no audio was agreed");
    }
    List<String> answered = speech(line.get().weMaySend());
    List<String> offered = speech(line.get().theyMaySend());
    return Outcome.of(
        answered.equals(offered),
        expected,
        "offered " + String.join(", ", offered) + "; answered " + String.join(", ", answered),
        Inspected.messages(1),
        List.of(agreed.get().packet()));
  }

  private static List<String> speech(List<Format> formats) {
    return formats.stream()
        .filter(format -> !format.is("telephone-event") && !format.is("CN"))
        .map(Format::label)
        .toList();
  }
}
