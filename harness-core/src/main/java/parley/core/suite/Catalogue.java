package parley.core.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.core.call.Target;
import parley.core.judge.Bailiff;
import parley.core.judge.Severities;
import parley.core.plan.Plan;
import parley.core.transcript.Transcript;

/** Every protocol on the class path, and every case that can be run over each. */
public final class Catalogue {
  private final List<SignallingProtocol> protocols;
  private final List<TestCase> neutral;

  private Catalogue(List<SignallingProtocol> protocols, List<TestCase> neutral) {
    this.protocols = List.copyOf(protocols);
    this.neutral = List.copyOf(neutral);
  }

  public static Catalogue load() {
    return new Catalogue(
        ServiceLoader.load(SignallingProtocol.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        ServiceLoader.load(CaseSource.class).stream()
            .flatMap(source -> source.get().cases().stream())
            .toList());
  }

  /** The laboratory's check of itself, before any device case. */
  public TestCase preflight() {
    return neutral.stream()
        .filter(one -> one.area() == Area.LABORATORY)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no preflight is on the class path"));
  }

  /** The protocol that can call {@code target}. */
  public Optional<SignallingProtocol> protocol(Target target) {
    return protocols.stream()
        .filter(protocol -> protocol.schemes().contains(target.scheme()))
        .findFirst();
  }

  public List<String> schemes() {
    return protocols.stream()
        .flatMap(protocol -> protocol.schemes().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * All cases over that protocol, by area and name: its own and the neutral ones, but for those
   * that want of a protocol what it cannot do.
   */
  public List<TestCase> cases(SignallingProtocol protocol) {
    List<TestCase> all = new ArrayList<>(protocol.cases());
    neutral.stream()
        .filter(one -> one.area() != Area.LABORATORY)
        .filter(one -> protocol.abilities().containsAll(one.abilities()))
        .forEach(all::add);
    all.sort(Comparator.comparing(TestCase::area).thenComparing(TestCase::id));
    return List.copyOf(all);
  }

  /** All cases, whatever protocol they need: a plan may name checks of any. */
  public List<TestCase> everyCase() {
    return Stream.concat(
            neutral.stream(), protocols.stream().flatMap(protocol -> protocol.cases().stream()))
        .toList();
  }

  /**
   * Names of all checks these cases make. A judge asked about a record in which nothing happened
   * names every check it would have made.
   */
  public static SortedSet<String> checkNames(List<TestCase> cases) {
    CaseRecord nothing =
        CaseRecord.of(
            Plan.standard(), List.of(), new Transcript(List.of(), List.of(), List.of(), 0));
    SortedSet<String> names = new TreeSet<>();
    for (TestCase testCase : cases) {
      Bailiff bailiff = new Bailiff(Severities.ALL_FAIL);
      testCase.judge(nothing, bailiff);
      bailiff.conclude().findings().forEach(finding -> names.add(finding.check()));
    }
    return names;
  }

  public List<SignallingProtocol> protocols() {
    return protocols;
  }
}
