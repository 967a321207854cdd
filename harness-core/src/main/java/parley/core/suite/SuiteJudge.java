package parley.core.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.judge.Bailiff;
import parley.core.judge.Flag;
import parley.core.judge.Judgement;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.transcript.Transcript;

/**
 * Judges records by the rules that hold for every case. Pure: the same plan and packets give the
 * same result, live and replayed, to the last digit.
 */
public final class SuiteJudge {
  /** Name of the capture of a case within a run's folder and its bundle. */
  public static String recordName(CaseId id) {
    return "records/" + id + ".pcapng";
  }

  /** Where the captures are; empty for a case that left none. */
  @FunctionalInterface
  public interface Records {
    Optional<List<Packet>> of(CaseId id);
  }

  /** Judges everything that was planned. */
  public static SuiteResult judge(Suite suite, Records records) {
    List<CaseResult> results = new ArrayList<>();
    Optional<String> product = Optional.empty();
    for (TestCase testCase : suite.planned()) {
      Optional<List<Packet>> packets =
          declaredNotToApply(suite.plan(), testCase).isPresent()
              ? Optional.empty()
              : records.of(testCase.id());
      if (product.isEmpty() && packets.isPresent()) {
        product = product(suite.protocol().read(packets.get()));
      }
      results.add(judge(suite.plan(), suite.protocol(), testCase, packets));
    }
    Plan plan = suite.plan();
    String candidate =
        plan.candidate().name().isBlank()
            ? plan.candidate().target().map(Object::toString).orElse("")
            : plan.candidate().name();
    return new SuiteResult(candidate, product, plan.candidate().simulated(), results);
  }

  /** Judges one case from its packets. */
  public static CaseResult judge(
      Plan plan, SignallingProtocol protocol, TestCase testCase, Optional<List<Packet>> packets) {
    Optional<String> reason = declaredNotToApply(plan, testCase);
    if (reason.isPresent()) {
      return result(
          testCase,
          LifeCycle.FINISHED,
          Optional.empty(),
          new Bailiff(plan.severity())
              .conclude(Verdict.NOT_APPLICABLE, "declared by the plan: " + reason.get()));
    }
    if (packets.isEmpty()) {
      return result(
          testCase,
          LifeCycle.INTERRUPTED,
          Optional.empty(),
          new Bailiff(plan.severity()).conclude(Verdict.INCONCLUSIVE, "it was not run"));
    }
    CaseRecord record = CaseRecord.of(plan, packets.get(), protocol.read(packets.get()));
    Optional<String> file = Optional.of(recordName(testCase.id()));
    Bailiff bailiff = new Bailiff(plan.severity());
    if (plan.candidate().simulated()) {
      bailiff.flag(Flag.SIMULATED);
    }
    if (record.usedProprietary()) {
      bailiff.flag(Flag.PROPRIETARY);
    }
    if (record.notes(LabNote.CaseClosed.class).isEmpty()) {
      return result(
          testCase,
          LifeCycle.INTERRUPTED,
          file,
          bailiff.conclude(Verdict.INCONCLUSIVE, "the run was interrupted during this case"));
    }
    return result(testCase, LifeCycle.FINISHED, file, judge(plan, testCase, record, bailiff));
  }

  private static Judgement judge(Plan plan, TestCase testCase, CaseRecord record, Bailiff bailiff) {
    List<LabNote.Missing> missing = record.notes(LabNote.Missing.class);
    if (!missing.isEmpty()) {
      return bailiff.conclude(Verdict.INCONCLUSIVE, "the case needs " + missing.get(0).what());
    }
    List<LabNote.LabFault> faults = record.notes(LabNote.LabFault.class);
    if (!faults.isEmpty()) {
      return bailiff.conclude(Verdict.ERROR, faults.get(0).what());
    }
    testCase.judge(record, bailiff);
    if (testCase.area() == Area.LABORATORY) {
      // What was found says more than that the harness was slow as well.
      Judgement fitness = bailiff.conclude();
      if (fitness.verdict() == Verdict.FAIL) {
        return bailiff.conclude(Verdict.ERROR, fitness.reason());
      }
    }
    for (LabNote.Health health : record.notes(LabNote.Health.class)) {
      Optional<String> tooSlow = HealthJudge.overLimit(health, plan.thresholds().health());
      if (tooSlow.isPresent()) {
        return bailiff.conclude(Verdict.ERROR, "the harness did not keep up: " + tooSlow.get());
      }
    }
    return bailiff.conclude();
  }

  private static Optional<String> declaredNotToApply(Plan plan, TestCase testCase) {
    return plan.candidate().notApplicable(testCase.id().name(), testCase.id().toString());
  }

  private static Optional<String> product(Transcript transcript) {
    return transcript.calls().stream().flatMap(call -> call.peerProduct().stream()).findFirst();
  }

  private static CaseResult result(
      TestCase testCase, LifeCycle state, Optional<String> record, Judgement judgement) {
    return new CaseResult(
        testCase.id(),
        testCase.title(),
        testCase.area(),
        testCase.clauses(),
        state,
        record,
        judgement);
  }

  private SuiteJudge() {}
}
