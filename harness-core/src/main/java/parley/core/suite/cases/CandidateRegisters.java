package parley.core.suite.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Need;
import parley.core.suite.checks.EnsureCandidateRegisters;

/** The candidate registers with the harness, which asks for credentials. */
final class CandidateRegisters extends DescribedCase {
  CandidateRegisters() {
    super(
        "REG-DIGEST.1",
        Area.REGISTRATION,
        "The candidate registers and shows its registrar that it knows its password",
        List.of(
            "RFC 3261 §10", "RFC 3261 §22.2", "RFC 7616", "RFC 8760", "H.225.0 §7.9", "H.235.1"),
        Need.REGISTRATION);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    bench.stimulus("wait for a registration");
    bench.signalling().awaitRegistration(bench.plan().thresholds().registration());
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    bailiff.require(new EnsureCandidateRegisters(), record);
  }
}
