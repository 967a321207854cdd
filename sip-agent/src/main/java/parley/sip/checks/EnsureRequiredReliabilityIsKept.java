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
 * An INVITE that requires reliable provisional responses is refused with 420 that names 100rel, or
 * every provisional response but 100 is reliable and its PRACK is answered with a 2xx.
 */
public record EnsureRequiredReliabilityIsKept() implements Check<SipTranscript> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3262 §3");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "reliable provisional responses, or a 420 that names 100rel as unsupported";
    Optional<SipTransaction> invite =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .filter(one -> one.request().message().lists("require", "100rel"))
            .findFirst();
    if (invite.isEmpty()) {
      return new Outcome.Undecided(expected, "no such INVITE was sent");
    }
    Inspected inspected = Inspected.messages(1 + invite.get().responses().size());
    Optional<SipEntry> last = invite.get().finalResponse();
    if (last.filter(entry -> entry.message().status() == 420).isPresent()) {
      return Outcome.of(
          last.get().message().lists("unsupported", "100rel"),
          expected,
          "420, Unsupported: " + String.join(", ", last.get().message().list("unsupported")),
          inspected,
          List.of(last.get().packet()));
    }
    List<SipEntry> unreliable =
        invite.get().responses().stream()
            .filter(entry -> entry.message().status() > 100 && entry.message().status() < 200)
            .filter(
                entry ->
                    !entry.message().lists("require", "100rel")
                        || entry.message().number("rseq") < 0)
            .toList();
    if (!unreliable.isEmpty()) {
      return new Outcome.Violated(
          expected,
          "an unreliable " + unreliable.getFirst().message().status(),
          inspected,
          List.of(unreliable.getFirst().packet()));
    }
    List<SipTransaction> pracks =
        transcript.transactions().stream().filter(one -> one.method().equals("PRACK")).toList();
    for (SipTransaction prack : pracks) {
      if (prack.finalResponse().filter(e -> e.message().status() / 100 == 2).isEmpty()) {
        return new Outcome.Violated(
            expected,
            "PRACK answered with "
                + prack.finalResponse().map(e -> e.message().status() + "").orElse("nothing"),
            inspected,
            List.of(prack.request().packet()));
      }
    }
    if (last.isEmpty()) {
      return new Outcome.Violated(
          expected, "no final answer", inspected, List.of(invite.get().request().packet()));
    }
    return new Outcome.Satisfied(
        expected,
        last.get().message().status() + " after " + pracks.size() + " PRACK",
        inspected,
        List.of(last.get().packet()));
  }
}
