package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CaseSelectionTest {
  private static final List<CaseSelection.Entry> CATALOGUE =
      List.of(
          new CaseSelection.Entry("CALL-HOLD.1", "CALL"),
          new CaseSelection.Entry("CALL-CANCEL.2", "CALL"),
          new CaseSelection.Entry("VIDEO-H264-LEVEL.1", "VIDEO"),
          new CaseSelection.Entry("AUDIO-ARES-OFFERED.1", "AUDIO"));

  @Test
  void nothingIncludedIsEverything() {
    assertEquals(4, selected(List.of(), List.of()).size());
  }

  @Test
  void anIdANameAPatternAndAnAreaSelect() {
    assertEquals(List.of("CALL-HOLD.1"), selected(List.of("CALL-HOLD.1"), List.of()));
    assertEquals(List.of("CALL-CANCEL.2"), selected(List.of("call-cancel"), List.of()));
    assertEquals(List.of(), selected(List.of("CALL-CANCEL.1"), List.of()));
    assertEquals(List.of("VIDEO-H264-LEVEL.1"), selected(List.of("*-H264-*"), List.of()));
    assertEquals(
        List.of("CALL-HOLD.1", "VIDEO-H264-LEVEL.1"),
        selected(List.of("VIDEO*", "*hold"), List.of()));
    assertEquals(List.of("CALL-HOLD.1", "CALL-CANCEL.2"), selected(List.of("call"), List.of()));
  }

  @Test
  void excludeWins() {
    assertEquals(List.of("CALL-CANCEL.2"), selected(List.of("call"), List.of("*HOLD*")));
    assertEquals(List.of(), selected(List.of(), List.of("*")));
  }

  @Test
  void aStarIsTheOnlyLetterWithAMeaning() {
    assertFalse(new CaseSelection(List.of("CALL.HOLD"), List.of()).selects("CALL-HOLD.1", "CALL"));
    assertTrue(new CaseSelection(List.of("*"), List.of()).selects("CALL-HOLD.1", "CALL"));
  }

  @Test
  void anUnknownEntryNamesTheNearest() {
    CaseSelection selection =
        new CaseSelection(List.of("CALL-HODL", "vidoe", "AUDIO-*"), List.of("weather", "FAX-*"));
    assertEquals(
        List.of(
            new CaseSelection.Unknown("CALL-HODL", Optional.of("CALL-HOLD")),
            new CaseSelection.Unknown("vidoe", Optional.of("video")),
            new CaseSelection.Unknown("weather", Optional.empty()),
            new CaseSelection.Unknown("FAX-*", Optional.empty())),
        selection.unknown(CATALOGUE));
  }

  private static List<String> selected(List<String> include, List<String> exclude) {
    CaseSelection selection = new CaseSelection(include, exclude);
    return CATALOGUE.stream()
        .filter(entry -> selection.selects(entry.id(), entry.area()))
        .map(CaseSelection.Entry::id)
        .toList();
  }
}
