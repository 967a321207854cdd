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

/** A session refresh within the call is answered with a 2xx. */
public record EnsureSessionRefreshIsAccepted() implements Check<SipTranscript> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 4028 §9");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "a 2xx to the session refresh";
    Optional<SipTransaction> refresh =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("UPDATE") || one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .filter(one -> !one.request().message().toTag().isEmpty())
            .findFirst();
    if (refresh.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to refresh");
    }
    Optional<SipEntry> answer = refresh.get().finalResponse();
    return Outcome.of(
        answer.filter(entry -> entry.message().status() / 100 == 2).isPresent(),
        expected,
        answer
            .map(entry -> entry.message().status() + " to " + refresh.get().method())
            .orElse("no answer to " + refresh.get().method()),
        Inspected.messages(1 + refresh.get().responses().size()),
        List.of(answer.map(SipEntry::packet).orElse(refresh.get().request().packet())));
  }
}
