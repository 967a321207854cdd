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

/** OPTIONS gets a 2xx that names the methods the candidate allows, those of a call among them. */
public record EnsureOptionsAreAnswered() implements Check<SipTranscript> {
  private static final List<String> OF_A_CALL = List.of("INVITE", "ACK", "BYE", "CANCEL");

  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §11.2");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "a 2xx to OPTIONS with " + String.join(", ", OF_A_CALL) + " in Allow";
    Optional<SipTransaction> asked =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("OPTIONS"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .findFirst();
    if (asked.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to ask");
    }
    Optional<SipEntry> answer = asked.get().finalResponse();
    if (answer.isEmpty()) {
      return new Outcome.Violated(
          expected, "no answer", Inspected.messages(1), List.of(asked.get().request().packet()));
    }
    List<String> allowed = answer.get().message().list("allow");
    return Outcome.of(
        answer.get().message().status() / 100 == 2
            && OF_A_CALL.stream().allMatch(method -> answer.get().message().lists("allow", method)),
        expected,
        answer.get().message().status() + ", Allow: " + String.join(", ", allowed),
        Inspected.messages(2),
        List.of(asked.get().request().packet(), answer.get().packet()));
  }
}
