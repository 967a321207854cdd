package parley.sip.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.sip.reader.SipEntry;
import parley.sip.reader.SipTransaction;
import parley.sip.reader.SipTranscript;

/**
 * The first INVITE is answered with a session description: the answer to an early offer, or the
 * offer where none came.
 */
public record EnsureAnswerCarriesDescription() implements Check<SipTranscript> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §13.2.1");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "a session description in the 200 to the INVITE";
    Optional<SipTransaction> invite =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .findFirst();
    Optional<SipEntry> answer = invite.flatMap(SipTransaction::finalResponse);
    if (answer.isEmpty() || answer.get().message().status() / 100 != 2) {
      return new Outcome.Undecided(expected, "the INVITE was not answered with a 2xx");
    }
    boolean early =
        invite.get().responses().stream()
            .anyMatch(
                entry ->
                    entry.message().sdp().isPresent()
                        && (entry.message().status() >= 200
                            || entry.message().lists("require", "100rel")));
    return Outcome.of(
        early,
        expected,
        early ? "it is there" : "none, and none in a reliable provisional response",
        Inspected.messages(invite.get().responses().size()),
        List.of(answer.get().packet()));
  }
}
