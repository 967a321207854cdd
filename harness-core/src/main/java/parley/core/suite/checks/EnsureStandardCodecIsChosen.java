package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
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
import parley.profiles.Codec;
import parley.profiles.CodecRegister;

/** The first codec of the answer has a published standard. */
public record EnsureStandardCodecIsChosen(MediaKind kind) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected =
        "a " + kind.name().toLowerCase(Locale.ROOT) + " codec with a published standard";
    Optional<CallEvent.Agreed> agreed = view.call().firstAgreement();
    if (agreed.isEmpty()) {
      return new Outcome.Undecided(expected, "nothing was agreed");
    }
    Optional<Format> chosen =
        agreed
            .get()
            .agreement()
            .line(kind)
            .map(MediaAgreement.Line::weMaySend)
            .filter(formats -> !formats.isEmpty())
            .map(List::getFirst);
    if (chosen.isEmpty()) {
      return new Outcome.Violated(
          expected, "no codec in common", Inspected.messages(1), List.of(agreed.get().packet()));
    }
    Optional<Codec> known = CodecRegister.standard().bySdpName(chosen.get().codec());
    boolean standard =
        known.isPresent()
            && !known.get().proprietary()
            && !chosen.get().is(view.plan().media().ares().encodingName());
    return Outcome.of(
        standard,
        expected,
        chosen.get().label() + (known.isEmpty() ? ", which no register knows" : ""),
        Inspected.messages(1),
        List.of(agreed.get().packet()));
  }
}
