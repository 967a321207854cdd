package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecRegisterTest {
  private final CodecRegister register = CodecRegister.standard();

  @Test
  void exactlyTheseAreProprietary() {
    assertEquals(
        List.of("ARES", "SIRENLPR", "RTV", "LPR"),
        register.codecs().stream().filter(Codec::proprietary).map(Codec::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIRENLPR", "vnd.polycom.lpr", "x-rtvc1", "ares"})
  void findsAProprietaryCodecByItsSdpNameInAnyCase(String name) {
    assertTrue(register.bySdpName(name).orElseThrow().proprietary());
    assertTrue(
        register.bySdpName(name.toUpperCase(java.util.Locale.ROOT)).orElseThrow().proprietary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PCMU", "PCMA", "G722", "G7221", "G719", "G728", "G729", "opus", "MP4A-LATM",
        "telephone-event", "H261", "H263", "H263-1998", "H264", "H264-SVC", "H265", "VP8", "VP9",
        "H224"
      })
  void findsAStandardCodecByItsSdpName(String name) {
    assertFalse(register.bySdpName(name).orElseThrow().proprietary());
  }

  @Test
  void tellsG7221AndItsAnnexCApartByTheClock() {
    assertEquals("G722.1", register.bySdp("G7221", 16000).orElseThrow().name());
    assertEquals("G722.1C", register.bySdp("G7221", 32000).orElseThrow().name());
    assertFalse(register.bySdp("G7221", 32000).orElseThrow().proprietary());
  }

  @Test
  void theSdpNameOfAresIsAnAssumption() {
    Codec ares = register.byName("ARES").orElseThrow();
    assertTrue(ares.sdpNames().assumed());
    assertTrue(ares.clock().assumed());
    assertEquals("ARES", ares.sdpName());
    assertEquals(Optional.of(48000), ares.clock().value());
    assertEquals(Confidence.DOCUMENTED, ares.isProprietary().confidence());
    assertEquals(Optional.of("none"), ares.standard().value());
  }

  @Test
  void everyValueHasASource() {
    for (Codec codec : register.codecs()) {
      for (Known<?> value :
          List.of(
              codec.sdpNames(),
              codec.clock(),
              codec.standard(),
              codec.payload(),
              codec.licence(),
              codec.holders(),
              codec.isProprietary())) {
        assertFalse(value.source().isBlank(), codec.name());
      }
    }
  }

  @Test
  void anUnknownNameIsNotFound() {
    assertEquals(Optional.empty(), register.bySdpName("vnd.nobody.codec"));
  }

  @Test
  void aNameThatStandsTwiceIsAProblem() {
    String entry =
        """
          - name: A
            title: A
            kind: audio
            source: s
            confidence: documented
            sdp: [A]
            clock: unknown
            standard: none
            payload: none
            licence: unknown
            holders: []
            proprietary: %s
        """;
    Loaded<CodecRegister> twice = read("codecs:\n" + entry.formatted(true) + entry.formatted(true));
    assertEquals(
        List.of("line 14, column 11: 'A' is in this register twice"),
        twice.problems().stream().map(Problem::placed).toList());
    Loaded<CodecRegister> once = read("codecs:\n" + entry.formatted("maybe"));
    assertEquals(
        List.of(
            "line 13, column 18: 'proprietary' must be a value of its kind or 'unknown', not"
                + " 'maybe'"),
        once.problems().stream().map(Problem::placed).toList());
    assertFalse(
        read("codecs:\n" + entry.formatted("unknown"))
            .found()
            .orElseThrow()
            .codecs()
            .getFirst()
            .proprietary());
  }

  private static Loaded<CodecRegister> read(String yaml) {
    return YamlFile.read("codecs.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .then(CodecRegister::read);
  }
}
