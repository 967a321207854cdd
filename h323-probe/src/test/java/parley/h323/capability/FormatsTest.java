package parley.h323.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.wire.Octets;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.GenericCapability;
import parley.h323.h245.NonStandardParameter;
import parley.h323.h245.VideoCapability;
import parley.h323.per.ObjectIdentifier;

/** Between formats and capabilities, there and back. */
class FormatsTest {
  private static final CapabilityFormats FORMATS = CapabilityFormats.standard();

  static List<Arguments> formats() {
    return List.of(
        audio(new Format(0, "PCMU", 8_000).with("maxptime", "20")),
        audio(new Format(8, "PCMA", 8_000).with("maxptime", "30")),
        audio(new Format(9, "G722", 8_000).with("maxptime", "20")),
        audio(new Format(4, "G723", 8_000).with("maxptime", "30").with("annexa", "yes")),
        audio(new Format(15, "G728", 8_000).with("maxptime", "20")),
        audio(new Format(18, "G729", 8_000).with("maxptime", "20").with("annexb", "no")),
        audio(
            new Format(18, "G729", 8_000)
                .with("maxptime", "20")
                .with("annexb", "yes")
                .with("annexa", "yes")),
        audio(new Format(96, "G7221", 16_000).with("bitrate", "24000").with("maxptime", "20")),
        audio(new Format(96, "G7221", 16_000).with("bitrate", "32000").with("maxptime", "20")),
        audio(new Format(96, "G7221", 32_000).with("bitrate", "48000").with("maxptime", "20")),
        audio(new Format(96, "G719", 48_000)),
        audio(
            new Format(
                96, "MP4A-LATM", 48_000, 1, Map.of("profile-level-id", "25", "object", "23"))),
        audio(new Format(96, "opus", 48_000, 2, Map.of())),
        audio(new Format(96, "telephone-event", 8_000).with("events", "0-15")),
        video(new Format(31, "H261", 90_000).with("cif", "1").with("max-bit-rate", "384000")),
        video(
            new Format(34, "H263", 90_000)
                .with("cif4", "2")
                .with("cif", "1")
                .with("qcif", "1")
                .with("f", "1")
                .with("max-bit-rate", "384000")),
        video(h264("64001f").with("max-bit-rate", "2000000")),
        video(
            h264("42001e")
                .with("max-mbps", "108000")
                .with("max-fs", "3840")
                .with("max-smbps", "40500")
                .with("max-fps", "3000")
                .with("max-bit-rate", "1024000")),
        video(
            new Format(96, "H265", 90_000)
                .with("profile-id", "1")
                .with("level-id", "93")
                .with("max-bit-rate", "1024000")),
        Arguments.of(MediaKind.OTHER, new Format(96, "H224", 4_800)),
        Arguments.of(MediaKind.OTHER, new Format(96, "t140", 1_000)));
  }

  private static Arguments audio(Format format) {
    return Arguments.of(MediaKind.AUDIO, format);
  }

  private static Arguments video(Format format) {
    return Arguments.of(MediaKind.VIDEO, format);
  }

  private static Format h264(String profileLevelId) {
    return new Format(96, "H264", 90_000)
        .with("profile-level-id", profileLevelId)
        .with("packetization-mode", "0");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatIsWrittenIsReadAgain(MediaKind kind, Format format) {
    MediaCapability medium = FORMATS.capability(kind, format).orElseThrow();
    assertEquals(kind, medium.kind());
    assertEquals(format, FORMATS.format(medium, 96, 0));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void contentIsVideoWithARole(MediaKind kind, Format format) {
    if (kind == MediaKind.VIDEO) {
      MediaCapability medium = FORMATS.capability(MediaKind.CONTENT, format).orElseThrow();
      assertEquals(MediaKind.CONTENT, medium.kind());
      assertEquals(Optional.of(ContentRole.PRESENTATION), medium.role());
      assertEquals(format, FORMATS.format(medium, 96, 0));
    }
  }

  @Test
  void levelsHaveTheNumbersOfH241() {
    Map<String, Integer> numbers =
        Map.of(
            "42000a", 15, "42100b", 19, "42000b", 22, "42000d", 36, "420014", 43, "420016", 57,
            "42001e", 64, "42001f", 71, "420028", 85, "420033", 113);
    numbers.forEach((id, number) -> assertEquals(number, H264Capability.of(h264(id)).level(), id));
    numbers.forEach(
        (id, number) ->
            assertEquals(
                id,
                new H264Capability(64, number, 0, Map.of())
                    .formats(96, List.of(0))
                    .getFirst()
                    .parameter("profile-level-id")
                    .orElseThrow()));
  }

  @Test
  void severalProfilesAndModesAreSeveralFormatsRichestFirst() {
    List<Format> formats = new H264Capability(72, 71, 0, Map.of()).formats(96, List.of(1, 0));
    assertEquals(
        List.of("64001f 1", "64001f 0", "42001f 1", "42001f 0"),
        formats.stream()
            .map(
                format ->
                    format.parameter("profile-level-id").orElseThrow()
                        + " "
                        + format.parameter("packetization-mode").orElseThrow())
            .toList());
  }

  @Test
  void aCodecOfAPlanIsANonStandardCapability() {
    NonStandardCodec ares =
        NonStandardCodec.of("ARES", 48_000, new Manufacturer(38, 0, 9), Octets.ofHex("41524553"));
    CapabilityFormats formats = FORMATS.with(ares);
    Format format = new Format(110, "ARES", 48_000);
    MediaCapability medium = formats.capability(MediaKind.AUDIO, format).orElseThrow();
    assertEquals(
        new MediaCapability.Audio(new AudioCapability.NonStandard(ares.parameter())), medium);
    assertEquals(format, formats.format(medium, 110, 0));
    assertTrue(NonStandardCodecs.isProprietary(format));
    assertEquals(Optional.empty(), FORMATS.capability(MediaKind.AUDIO, format));
  }

  @Test
  void polycomsAreNamedByTheWordsInTheirDataAndProprietary() {
    Format siren = FORMATS.format(polycom("536972656e4c5052"), 101, 0);
    assertEquals("SIRENLPR/48000", siren.label());
    assertTrue(NonStandardCodecs.isProprietary(siren));
    Format recovery = FORMATS.format(polycom("004c505200"), 101, 0);
    assertEquals("vnd.polycom.lpr/9000", recovery.label());
    assertFalse(NonStandardCodecs.isProprietary(new Format(0, "PCMU", 8_000)));
  }

  private static MediaCapability polycom(String hex) {
    return new MediaCapability.Audio(
        new AudioCapability.NonStandard(
            NonStandardParameter.with()
                .nonStandardIdentifier(new Manufacturer(181, 0, 0x5050).identifier())
                .data(Octets.ofHex(hex))
                .build()));
  }

  @Test
  void whatNobodyKnowsKeepsANameThatSaysSo() {
    assertEquals("nonstandard-B5-5050/0", FORMATS.format(polycom("00010203"), 96, 0).label());
    assertTrue(NonStandardCodecs.isProprietary(FORMATS.format(polycom("00010203"), 96, 0)));
    assertEquals(
        "generic-0.0.8.245.1.1.2",
        FORMATS
            .format(
                new MediaCapability.Audio(
                    new AudioCapability.GenericAudioCapability(
                        GenericCapability.with()
                            .capabilityIdentifier(
                                new CapabilityIdentifier.Standard(
                                    ObjectIdentifier.of("0.0.8.245.1.1.2")))
                            .build())),
                96,
                0)
            .codec());
    assertEquals(
        "unrecognized-video-9",
        FORMATS
            .format(
                new MediaCapability.Video(
                    new VideoCapability.UnrecognizedAlternative(9, Octets.ofHex("00"))),
                96,
                0)
            .codec());
  }
}
