package parley.core.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.core.judge.Flag;
import parley.core.judge.Verdict;
import parley.profiles.Confidence;
import parley.profiles.Profile;
import parley.profiles.Profiles;
import parley.profiles.YamlFile;
import parley.profiles.tender.CaseNames;
import parley.profiles.tender.Tender;
import parley.profiles.tender.Tenders;

/** What each line is worth, by what was measured and what is said. */
final class TenderCheckTest {
  private static final Tender COURTS = Tenders.load("gas-justice-2024", CaseNames.ANY).shipped();
  private static final Profile RMX = Profiles.load("polycom-rmx").shipped();
  private static final String WITHOUT = "SDP-ARES-BESIDE-STANDARD.1";

  @Test
  void withoutBundlesNothingIsGroundedOrRestrictive() {
    TenderResult result = check(List.of());
    assertEquals(LineClass.NOT_NETWORK, line(result, "monoblock").lineClass());
    assertEquals(LineClass.MEASURABLE, line(result, "ares").lineClass());
    assertEquals(LineClass.MEASURABLE, line(result, "polycom").lineClass());
    assertEquals(LineClass.NOT_NETWORK, line(result, "usb").lineClass());
    assertEquals(LineClass.NOT_NETWORK, line(result, "microphones").lineClass());
    assertEquals(Confidence.UNKNOWN, line(result, "ares").confidence());
    assertFalse(result.simulated());
  }

  @Test
  void aresIsRestrictiveOnceCallsDidWithoutItAndRestsOnTheMcusListWhereTheHarnessStoodIn() {
    LineResult ares = line(check(List.of(run("a", false, false, WITHOUT, Verdict.PASS))), "ares");
    assertEquals(LineClass.RESTRICTIVE, ares.lineClass());
    // The list of the RMX's audio codecs is not known to be complete.
    assertEquals(Confidence.UNKNOWN, ares.confidence());
    assertTrue(
        ares.reasons().stream().anyMatch(one -> one.key().equals("reason.stand-in")),
        ares.reasons().toString());
  }

  @Test
  void aRunWithTheInstalledMcuItselfMakesTheSameDocumented() {
    LineResult ares = line(check(List.of(run("a", false, true, WITHOUT, Verdict.PASS))), "ares");
    assertEquals(LineClass.RESTRICTIVE, ares.lineClass());
    // Weakest now: that ARES has no published standard is what its maker's guide says.
    assertEquals(Confidence.DOCUMENTED, ares.confidence());
  }

  @Test
  void aSimulatedMcuNeverCountsAsTheMcu() {
    LineResult ares = line(check(List.of(run("a", true, true, WITHOUT, Verdict.PASS))), "ares");
    assertEquals(Confidence.UNKNOWN, ares.confidence());
  }

  @Test
  void aRunThatDidNotDoWithoutKeepsTheLineOpen() {
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.ERROR)) {
      LineResult ares =
          line(
              check(
                  List.of(
                      run("a", false, true, WITHOUT, Verdict.PASS),
                      run("b", false, true, WITHOUT, verdict))),
              "ares");
      assertEquals(LineClass.UNKNOWN, ares.lineClass(), verdict.name());
    }
  }

  @Test
  void aPassThatNeededTheProprietaryCodecDoesNotDoWithoutIt() {
    MeasuredRun used =
        new MeasuredRun(
            "a",
            "a",
            false,
            true,
            "polycom-rmx",
            List.of(new MeasuredCase(WITHOUT, Verdict.PASS, Set.of(Flag.PROPRIETARY))));
    assertEquals(LineClass.UNKNOWN, line(check(List.of(used)), "ares").lineClass());
  }

  @Test
  void aRunAgainstAnotherPeerDoesNotCount() {
    MeasuredRun other =
        new MeasuredRun(
            "a",
            "a",
            false,
            false,
            "another-mcu",
            List.of(new MeasuredCase(WITHOUT, Verdict.PASS, Set.of())));
    LineResult ares = line(check(List.of(other)), "ares");
    assertEquals(LineClass.MEASURABLE, ares.lineClass());
    assertTrue(ares.reasons().stream().anyMatch(one -> one.key().equals("reason.other-peer")));
  }

  @Test
  void interworkingIsGroundedOnlyWhenEveryOneOfItsCasesCameToAVerdict() {
    List<String> cases = line(check(List.of()), "polycom").line().cases();
    assertEquals(
        LineClass.MEASURABLE,
        line(check(List.of(all("a", cases.subList(1, cases.size()), Verdict.PASS))), "polycom")
            .lineClass());
    LineResult whole = line(check(List.of(all("a", cases, Verdict.PASS))), "polycom");
    assertEquals(LineClass.GROUNDED, whole.lineClass());
    assertEquals(Confidence.UNKNOWN, whole.confidence());
  }

  @Test
  void aCellIsMeasuredOrClaimedAndNeverBoth() {
    List<String> cases = line(check(List.of()), "polycom").line().cases();
    LineResult claimed = line(check(List.of()), "polycom");
    assertInstanceOf(Cell.Claimed.class, claimed.cells().getFirst());
    assertEquals(Standing.MEETS, claimed.cells().getFirst().standing());

    // One case missing: the claim that it meets the line must not fill the hole.
    MeasuredRun part = all("a", cases.subList(0, 2), Verdict.PASS);
    Cell cell = line(checkOf("yealink-m400", part), "polycom").cells().getFirst();
    Cell.Measured measured = assertInstanceOf(Cell.Measured.class, cell);
    assertEquals(Standing.UNKNOWN, measured.standing());
    assertEquals(cases.subList(2, cases.size()), measured.missing());

    Cell failed =
        line(checkOf("yealink-m400", all("b", cases, Verdict.FAIL)), "polycom").cells().getFirst();
    assertEquals(Standing.FAILS, failed.standing());
    Cell passed = line(checkOf("vinteo", all("c", cases, Verdict.PASS)), "polycom").cells().get(1);
    assertEquals(Standing.MEETS, passed.standing());
    // What was measured of one line says nothing of another.
    assertInstanceOf(Cell.Claimed.class, line(checkOf("vinteo", part), "ares").cells().get(1));
  }

  @Test
  void aresLeavesYealinkAloneUnderBothReadingsAndTheOtherLinesUnderOneOnly() {
    Effect effect = check(List.of()).effect();
    int ares = COURTS.lines().stream().map(l -> l.id()).toList().indexOf("ares");
    assertEquals(List.of("Yealink", "Vinteo", "IVA", "Protei", "TrueConf"), effect.makers());
    for (Reading reading : Reading.values()) {
      assertEquals(Optional.of(0), effect.under(reading).alone().get(ares));
    }
    assertEquals(5, effect.unknownFails().alone().stream().flatMap(Optional::stream).count());
    assertEquals(1, effect.unknownMeets().alone().stream().flatMap(Optional::stream).count());
    assertEquals(
        1, effect.unknownMeets().smallestRelaxation(5).orElseThrow().lines().cardinality());
  }

  @Test
  void aSimulatorStandsInTheTableAndCompetesWithNobody() {
    Entrant simulator =
        new Entrant("device", "device", true, Optional.empty(), Map.of(), List.of());
    List<Entrant> entrants = new ArrayList<>(entrants());
    entrants.add(simulator);
    TenderResult result = TenderCheck.of(COURTS, RMX, entrants, List.of());
    assertEquals(6, result.lines().getFirst().cells().size());
    assertEquals(5, result.effect().makers().size());
  }

  @Test
  void theThreeQuestionsStateWhatIsKnownAndNothingMore() {
    LineResult ares = line(check(List.of()), "ares");
    assertEquals(
        List.of(Fact.Answer.UNKNOWN, Fact.Answer.UNKNOWN, Fact.Answer.NO),
        ares.facts().stream().map(Fact::answer).toList());
    assertEquals(Confidence.DOCUMENTED, ares.facts().get(2).confidence());

    List<Entrant> two = new ArrayList<>();
    for (Entrant one : entrants()) {
      two.add(
          one.name().equals("vinteo") || one.name().equals("iva")
              ? with(one, run(one.name(), false, false, WITHOUT, Verdict.PASS))
              : one);
    }
    LineResult measured =
        line(
            TenderCheck.of(
                COURTS, RMX, two, two.stream().flatMap(one -> one.runs().stream()).toList()),
            "ares");
    assertEquals(Fact.Answer.YES, measured.facts().get(1).answer());
  }

  @Test
  void oneMakersRunOrTwoSimulatorsAreNotTwoMakers() {
    List<Entrant> entrants = new ArrayList<>();
    for (Entrant one : entrants()) {
      entrants.add(
          one.name().equals("vinteo")
              ? with(one, run("v", false, false, WITHOUT, Verdict.PASS))
              : one);
    }
    for (String name : List.of("s1", "s2")) {
      entrants.add(
          new Entrant(
              name,
              name,
              true,
              Optional.empty(),
              Map.of(),
              List.of(run(name, true, false, WITHOUT, Verdict.PASS))));
    }
    LineResult ares =
        line(
            TenderCheck.of(
                COURTS, RMX, entrants, entrants.stream().flatMap(e -> e.runs().stream()).toList()),
            "ares");
    assertEquals(Fact.Answer.UNKNOWN, ares.facts().get(1).answer());
  }

  @Test
  void aCompleteListOfCodecsMakesAbsenceAnAnswerWithItsConfidence() {
    String yaml =
        """
        name: full
        kind: mcu
        simulated: false
        source: a technical reference
        confidence: documented
        maker: Somebody
        product: MCU
        audio: {complete: true, codecs: [{codec: G722}]}
        video: {complete: unknown, codecs: []}
        """;
    Profile full =
        YamlFile.read("full.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .then(Profiles::read)
            .shipped();
    LineResult ares =
        line(
            TenderCheck.of(
                COURTS, full, entrants(), List.of(run("a", false, false, WITHOUT, Verdict.PASS))),
            "ares");
    assertEquals(Fact.Answer.NO, ares.facts().getFirst().answer());
    assertEquals(LineClass.RESTRICTIVE, ares.lineClass());
    assertEquals(Confidence.DOCUMENTED, ares.confidence());
  }

  @Test
  void everyProposalNamesAStandardOrACaseAndMarksStandOnlyWithOrEquivalent() {
    TenderResult result = check(List.of());
    for (LineResult line : result.lines()) {
      Proposal proposal = line.proposal().orElseThrow();
      assertFalse(proposal.instead().standards().isEmpty() && proposal.instead().cases().isEmpty());
      assertEquals(line.line().marks(), proposal.marks());
    }
    assertTrue(line(result, "polycom").proposal().orElseThrow().mustStand());
    assertFalse(line(result, "ares").proposal().orElseThrow().mustStand());
    assertTrue(Words.of("en").say("proposal.mark-installed", "X").contains("\"X or equivalent\""));
    assertTrue(Words.of("ru").say("proposal.mark-equivalent", "X").contains("«X или эквивалент»"));
  }

  private static List<Entrant> entrants() {
    return COURTS.candidates().stream()
        .map(
            one ->
                new Entrant(
                    one.name(), one.maker(), false, Optional.empty(), one.declared(), List.of()))
        .toList();
  }

  private static TenderResult check(List<MeasuredRun> runs) {
    return TenderCheck.of(COURTS, RMX, entrants(), runs);
  }

  private static TenderResult checkOf(String name, MeasuredRun run) {
    return TenderCheck.of(
        COURTS,
        RMX,
        entrants().stream().map(one -> one.name().equals(name) ? with(one, run) : one).toList(),
        List.of(run));
  }

  private static Entrant with(Entrant one, MeasuredRun run) {
    return new Entrant(
        one.name(), one.maker(), one.simulated(), one.profile(), one.declared(), List.of(run));
  }

  private static MeasuredRun run(
      String name, boolean simulated, boolean isInstalled, String id, Verdict verdict) {
    return new MeasuredRun(
        name + ".asice",
        name,
        simulated,
        isInstalled,
        "polycom-rmx",
        List.of(new MeasuredCase(id, verdict, Set.of())));
  }

  private static MeasuredRun all(String name, List<String> ids, Verdict verdict) {
    return new MeasuredRun(
        name + ".asice",
        name,
        false,
        false,
        "polycom-rmx",
        ids.stream().map(id -> new MeasuredCase(id, verdict, Set.of())).toList());
  }

  private static LineResult line(TenderResult result, String id) {
    return result.lines().stream()
        .filter(one -> one.line().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
