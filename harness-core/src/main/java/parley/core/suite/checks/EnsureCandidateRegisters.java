package parley.core.suite.checks;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CaseRecord;
import parley.core.transcript.RegistrationTranscript;

/** The candidate answers the challenge of its registrar with credentials that are right. */
public record EnsureCandidateRegisters() implements Check<CaseRecord> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §22.2; over H.323 H.235.1");
  }

  @Override
  public Outcome examine(CaseRecord record) {
    String expected = "a registration accepted with credentials that are right";
    List<RegistrationTranscript.Attempt> attempts =
        record.transcript().registrations().stream()
            .filter(registration -> registration.heading() == Heading.RECEIVED)
            .flatMap(registration -> registration.attempts().stream())
            .toList();
    if (attempts.isEmpty()) {
      return new Outcome.Undecided(
          expected,
          "the candidate did not try to register; set it up to register with the harness at the"
              + " signalling port of the plan");
    }
    List<RegistrationTranscript.Attempt> accepted =
        attempts.stream()
            .filter(attempt -> attempt.accepted() && attempt.algorithm().isPresent())
            .toList();
    return Outcome.of(
        !accepted.isEmpty(),
        expected,
        accepted.isEmpty()
            ? attempts.size()
                + " attempts, "
                + attempts.stream().filter(a -> a.algorithm().isPresent()).count()
                + " of them with credentials, none accepted"
            : "accepted with " + accepted.getFirst().algorithm().orElse(""),
        Inspected.messages(attempts.size()),
        attempts.stream().map(RegistrationTranscript.Attempt::packet).limit(5).toList());
  }
}
