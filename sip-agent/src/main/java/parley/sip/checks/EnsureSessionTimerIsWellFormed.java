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
 * A session interval in the answer names who refreshes and is no shorter than 90 s and no longer
 * than what was asked for; an answer without one needs no timer.
 */
public record EnsureSessionTimerIsWellFormed() implements Check<SipTranscript> {
  private static final long SHORTEST = 90;

  @Override
  public Clause clause() {
    return Clause.of("RFC 4028 §9");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "a session interval with a refresher, or none";
    Optional<SipTransaction> invite =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .findFirst();
    Optional<SipEntry> answer =
        invite
            .flatMap(SipTransaction::finalResponse)
            .filter(entry -> entry.message().status() / 100 == 2);
    if (invite.isEmpty() || answer.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    long asked = invite.get().request().message().number("session-expires");
    Optional<String> written = answer.get().message().header("session-expires");
    long interval = answer.get().message().number("session-expires");
    boolean refresher =
        answer.get().message().parameter("session-expires", "refresher").isPresent();
    return Outcome.of(
        written.isEmpty()
            || (refresher && interval >= SHORTEST && (asked < 0 || interval <= asked)),
        expected,
        written.map(value -> "Session-Expires: " + value).orElse("none"),
        Inspected.messages(2),
        List.of(answer.get().packet()));
  }
}
