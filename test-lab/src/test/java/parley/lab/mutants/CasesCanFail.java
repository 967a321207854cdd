package parley.lab.mutants;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.judge.Verdict;
import parley.core.media.live.MediaPlane;
import parley.core.suite.Catalogue;
import parley.core.suite.TestCase;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceProtocol;

/**
 * The list of cases over one protocol is honest: each case passes the correct device, and fails a
 * broken one for the very reason it was broken. Trials mostly wait, so several run at once.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CasesCanFail {
  private static final int AT_ONCE = 4;

  /** Given before the first test, when trials begin; a field would be filled only after that. */
  private @Nullable Path folder;

  private final ExecutorService trials = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Mutant, Future<Trial>> broken = new LinkedHashMap<>();
  private final Map<String, Future<Trial>> correct = new LinkedHashMap<>();

  private final DeviceProtocol protocol;
  private final List<Mutant> mutants;

  /** Cases that a mutant of this protocol has to fail. */
  private final List<TestCase> own;

  CasesCanFail(DeviceProtocol protocol, List<Mutant> mutants, List<TestCase> own) {
    this.protocol = protocol;
    this.mutants = mutants;
    this.own = own;
  }

  List<Mutant> mutants() {
    return mutants;
  }

  List<String> cases() {
    return Cases.over(protocol).stream().map(one -> one.id().toString()).toList();
  }

  @BeforeAll
  void beginAllTrials(@TempDir Path given) throws Exception {
    folder = given;
    MediaPlane.warmUp();
    mutants().forEach(mutant -> broken.put(mutant, begin(mutant.caseId(), mutant.faults())));
    cases().forEach(one -> correct.put(one, begin(one, DeviceFaults.NONE)));
  }

  private Future<Trial> begin(String caseId, DeviceFaults faults) {
    Callable<Trial> trial = () -> Trial.run(protocol, caseId, faults, requireNonNull(folder));
    return trials.submit(trial);
  }

  @AfterAll
  void stopTrials() {
    trials.shutdownNow();
  }

  @Test
  void everyCaseOfTheCatalogueHasAMutant() {
    Set<String> all =
        own.stream().map(one -> one.id().toString()).collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered =
        mutants().stream().map(Mutant::caseId).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(), without(all, covered), "cases for which Mutants has no broken device to fail");
    assertEquals(Set.of(), without(covered, all), "cases of Mutants that are not in the catalogue");
  }

  @Test
  void everyCheckIsViolatedByAMutant() {
    Set<String> all = Catalogue.checkNames(own);
    Set<String> violated =
        mutants().stream()
            .flatMap(mutant -> mutant.violated().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(), without(all, violated), "checks that no broken device of Mutants violates");
    assertEquals(Set.of(), without(violated, all), "checks of Mutants that no case makes");
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void failsTheBrokenDeviceForWhatIsBroken(Mutant mutant) throws Exception {
    Trial trial = unstrained(requireNonNull(broken.get(mutant)), mutant.caseId(), mutant.faults());
    Set<String> violated = new TreeSet<>(trial.violated());
    violated.removeAll(mutant.perhaps());
    assertEquals(new TreeSet<>(mutant.violated()), violated, trial::story);
    assertEquals(Verdict.FAIL, trial.verdict(), trial::story);
    judgedTheSameAgain(trial);
  }

  /** The trial of a case against the correct device. */
  Trial correct(String caseId) throws Exception {
    return requireNonNull(correct.get(caseId)).get();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void passesTheCorrectDevice(String caseId) throws Exception {
    Trial trial = unstrained(requireNonNull(correct.get(caseId)), caseId, DeviceFaults.NONE);
    assertEquals(Verdict.PASS, trial.verdict(), trial::story);
    assertFalse(trial.result().judgement().inspected().nothing());
    judgedTheSameAgain(trial);
  }

  /**
   * A trial in which this machine held up the harness itself says nothing, as a run's own limits
   * would have it; it is made again, twice at most.
   */
  private Trial unstrained(Future<Trial> first, String caseId, DeviceFaults faults)
      throws Exception {
    Trial trial = first.get();
    for (int again = 0; again < 2 && trial.strained(); again++) {
      trial = begin(caseId, faults).get();
    }
    return trial;
  }

  private static void judgedTheSameAgain(Trial trial) {
    assertEquals(trial.verdicts(), trial.replayed(), "live and replayed verdicts");
  }
}
