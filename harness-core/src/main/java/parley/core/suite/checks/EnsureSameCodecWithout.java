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

/**
 * Two calls that differ by one codec in the offer are carried by the same audio codec: the codec
 * buys nothing.
 *
 * @param codec the codec one call offered
 * @param without the call that did not offer it
 */
public record EnsureSameCodecWithout(String codec, CallView without) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(CallView with) {
    String expected = "the same audio codec with " + codec + " offered and without";
    Optional<String> one = chosen(with);
    Optional<String> other = chosen(without);
    if (one.isEmpty() || other.isEmpty()) {
      return new Outcome.Undecided(expected, "one of the calls agreed on no audio");
    }
    return Outcome.of(
        one.equals(other),
        expected,
        one.get() + " with it, " + other.get() + " without",
        Inspected.messages(2),
        List.of(packet(with), packet(without)));
  }

  private static Optional<String> chosen(CallView view) {
    return view.agreement()
        .flatMap(agreement -> agreement.line(MediaKind.AUDIO))
        .map(MediaAgreement.Line::weMaySend)
        .filter(formats -> !formats.isEmpty())
        .map(List::getFirst)
        .map(Format::label);
  }

  private static long packet(CallView view) {
    return view.call().firstAgreement().map(CallEvent::packet).orElse(0L);
  }
}
