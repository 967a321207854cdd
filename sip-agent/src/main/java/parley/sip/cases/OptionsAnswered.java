package parley.sip.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.sip.checks.EnsureOptionsAreAnswered;
import parley.sip.reader.SipTranscript;

/** The harness asks what the candidate can do. */
final class OptionsAnswered extends DescribedCase {
  OptionsAnswered() {
    super(
        "CALL-OPTIONS.1",
        Area.CALL,
        "OPTIONS is answered with what the candidate allows",
        List.of("RFC 3261 §11.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    bench.stimulus("ask by OPTIONS");
    bench.signalling().ping(bench.candidate(), bench.plan().thresholds().release());
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    bailiff.require(new EnsureOptionsAreAnswered(), SipTranscript.of(record.packets()));
  }
}
