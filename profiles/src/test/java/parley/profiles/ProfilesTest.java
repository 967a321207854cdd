package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProfilesTest {
  static List<String> shipped() {
    return Profiles.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedProfileIsGoodAndCarriesItsName(String name) {
    assertEquals(name, Profiles.load(name).shipped().name());
  }

  @Test
  void theSimulatedCandidateSaysThatItIsOne() {
    Profile profile = Profiles.load("parley-simulated").shipped();
    assertTrue(profile.simulated());
    assertEquals(List.of("opus", "G722", "PCMU", "PCMA"), names(profile.audio()));
    assertEquals(List.of("H264", "H264"), names(profile.video()));
    assertEquals(
        List.of("1", "0"),
        profile.video().codecs().stream()
            .map(use -> use.value().orElseThrow().parameters().get("packetization-mode"))
            .toList());
    assertEquals(Confidence.DECLARED, profile.audio().confidenceOfAbsence());
  }

  @Test
  void theAbsenceOfAresFromTheMcuRestsOnNothingKnown() {
    Profile profile = Profiles.load("polycom-rmx").shipped();
    assertFalse(profile.simulated());
    assertEquals(DeviceKind.MCU, profile.kind());
    assertFalse(profile.audio().has("ARES"));
    assertEquals(Confidence.UNKNOWN, profile.audio().confidenceOfAbsence());
  }

  @Test
  void recognisesAProductByItsPatterns() {
    Profile profile = Profiles.load("polycom-rmx").shipped();
    assertTrue(profile.recognises("Polycom/Polycom RMX 2000/8.3.0"));
    assertTrue(profile.recognises("polycom rmx 2000A"));
    assertFalse(profile.recognises("Polycom HDX 8000"));
  }

  @Test
  void aValueWithoutASourceHasThatOfItsEntry() {
    Profile profile = Profiles.load("polycom-rmx").shipped();
    assertEquals(Confidence.DOCUMENTED, profile.maker().confidence());
    assertEquals(Confidence.TRACED, profile.patterns().getFirst().confidence());
    assertTrue(profile.port("sip").assumed());
    assertEquals(Confidence.DOCUMENTED, profile.port("bfcp-tcp").confidence());
    assertFalse(profile.port("h460").assumed());
  }

  @Test
  void aMistypedNameNamesTheOneThatWasMeant() {
    assertEquals(
        "no profile is called 'polycom-rxm'; did you mean 'polycom-rmx'? (shipped:"
            + " parley-simulated, polycom-rmx; or write a file that ends with .yaml)",
        Profiles.load("polycom-rxm").problems().getFirst().message());
  }

  @Test
  void anUnknownCodecAndAWrongKindAreNamedInTheirLines() {
    String yaml =
        """
        name: mine
        kind: device
        simulated: false
        source: me
        confidence: declared
        maker: unknown
        product: Mine
        audio:
          complete: unknown
          codecs:
            - codec: opsu
            - codec: H264
        video:
          complete: false
          codecs: []
        """;
    List<Problem> problems =
        YamlFile.read("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .then(Profiles::read)
            .problems();
    assertEquals(2, problems.size());
    assertTrue(
        problems
            .get(0)
            .toString()
            .startsWith(
                "mine.yaml: line 11, column 14: no audio codec is called 'opsu'; did you mean"
                    + " 'opus'? (known: opus, PCMU, PCMA, G722,"),
        problems.get(0).toString());
    assertTrue(
        problems
            .get(1)
            .placed()
            .startsWith("line 12, column 14: 'H264' is not an audio codec; known: opus"),
        problems.get(1).placed());
  }

  private static List<String> names(CodecList list) {
    return list.codecs().stream().map(use -> use.value().orElseThrow().codec()).toList();
  }
}
