package parley.profiles.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.profiles.Confidence;
import parley.profiles.Known;
import parley.profiles.Problem;
import parley.profiles.YamlFile;

final class TendersTest {
  private static final Tender COURTS = Tenders.load("gas-justice-2024", CaseNames.ANY).shipped();

  @Test
  void theShippedTenderHasTheFiveLinesOfTheReportInItsOrder() {
    assertEquals(
        List.of("monoblock", "ares", "polycom", "usb", "microphones"),
        COURTS.lines().stream().map(TenderLine::id).toList());
    assertEquals(new Requirement.HasCodec("ARES"), line("ares").requires());
    assertEquals(
        new Requirement.HasProperty("usb-ports", OptionalInt.of(4)), line("usb").requires());
    assertEquals(
        new Requirement.HasProperty("microphones", OptionalInt.of(8)),
        line("microphones").requires());
    assertEquals(new Requirement.WorksWithInstalled(), line("polycom").requires());
    assertEquals(LineKind.PHYSICAL, line("monoblock").kind());
  }

  @Test
  void everyLineStandsInBothLanguagesAndIsNotPassedOffAsTheNoticeItself() {
    for (TenderLine line : COURTS.lines()) {
      assertEquals(
          List.of("en", "ru"), line.wordings().stream().map(Wording::language).sorted().toList());
      assertTrue(line.wordings().stream().noneMatch(Wording::verbatim), line.id());
      assertEquals(List.of("en", "ru"), line.purpose().keySet().stream().sorted().toList());
      assertEquals(
          List.of("en", "ru"),
          line.instead().orElseThrow().function().keySet().stream().sorted().toList());
    }
  }

  @Test
  void everyValueHasASource() {
    Stream<Known<String>> declared =
        COURTS.candidates().stream().flatMap(one -> one.declared().values().stream());
    Stream<Known<String>> facts = COURTS.facts().values().stream();
    List<Known<String>> all = Stream.concat(declared, facts).toList();
    assertEquals(16, all.size());
    all.forEach(value -> assertFalse(value.source().isBlank()));
    COURTS.lines().forEach(line -> assertFalse(line.stands().source().isBlank()));
  }

  @Test
  void whatTheReportDoesNotSayOfTheFourOtherMakersIsNotThere() {
    for (String name : List.of("vinteo", "iva", "protei", "trueconf")) {
      Contender one =
          COURTS.candidates().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
      assertEquals(java.util.Set.of("ARES"), one.declared().keySet());
      assertEquals(Confidence.UNKNOWN, one.product().confidence());
    }
  }

  @Test
  void theFactsAreTheReports() {
    assertEquals("1089", fact("devices").value().orElseThrow());
    assertEquals(Confidence.DOCUMENTED, fact("devices").confidence());
    assertTrue(fact("result").value().isEmpty());
  }

  @Test
  void aWrongCaseCodecProfileAndRepeatedLineAreNamedInTheirLines() {
    String yaml =
        """
        name: mine
        title: {en: Mine}
        source: me
        confidence: declared
        customer: Me
        installed: polycom-rxm
        candidates: []
        lines:
          - id: one
            wording: [{language: en, text: One}]
            kind: interoperability
            requires: {codec: ARSE}
            cases: [CALL-HOLD.1, CALL-HODL.1]
          - id: one
            wording: [{language: en, text: Two}]
            kind: document
        """;
    List<String> problems =
        YamlFile.read("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .then(document -> Tenders.read(document, CaseNames.of(List.of("CALL-HOLD.1"))))
            .problems()
            .stream()
            .map(Problem::placed)
            .toList();
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(
        problems.get(0).startsWith("line 6, column 12: no profile is called"), problems.get(0));
    assertTrue(problems.get(1).startsWith("line 12, column 23: no codec is called 'ARSE'"));
    assertEquals(
        "line 13, column 26: there is no case 'CALL-HODL.1'; did you mean 'CALL-HOLD.1'?"
            + " ('parley cases' lists them)",
        problems.get(2));
    assertEquals("line 14, column 9: 'one' is a line of this tender twice", problems.get(3));
  }

  @Test
  void aMisspeltKeyAndAWrongKindAreNamed() {
    String yaml =
        """
        name: mine
        title: {en: Mine}
        source: me
        confidence: declared
        customer: Me
        installed: polycom-rmx
        candidates: []
        lines:
          - id: one
            wording: [{language: en, text: One}]
            kind: phisical
            trheshold: []
        """;
    List<String> problems =
        YamlFile.read("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .then(document -> Tenders.read(document, CaseNames.ANY))
            .problems()
            .stream()
            .map(Problem::placed)
            .toList();
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("line 11, column 11: "), problems.get(0));
    assertTrue(problems.get(1).contains("'trheshold' is not known here; did you mean"));
  }

  @Test
  void aMistypedNameNamesTheOneThatWasMeant() {
    assertTrue(
        Tenders.load("gas-justise-2024", CaseNames.ANY)
            .problems()
            .getFirst()
            .message()
            .contains("did you mean 'gas-justice-2024'?"));
  }

  private static Known<String> fact(String name) {
    return java.util.Optional.ofNullable(COURTS.facts().get(name)).orElseThrow();
  }

  private static TenderLine line(String id) {
    return COURTS.lines().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
