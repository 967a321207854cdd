package parley.h323.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.VideoCapability;

/** A codec that H.245 has no word for is offered all the same, and read back by the same rule. */
class UnknownCodecOfferedTest {
  private static final CapabilityFormats FORMATS = CapabilityFormats.standard();

  @Test
  void writesAnUnknownAudioCodecAsANonStandardCapabilityAndReadsItBack() {
    Format format = new Format(120, "X-PARLEY-UNKNOWN", 16_000);
    MediaCapability medium = FORMATS.offered(MediaKind.AUDIO, format).orElseThrow();
    assertInstanceOf(
        AudioCapability.NonStandard.class,
        assertInstanceOf(MediaCapability.Audio.class, medium).capability());
    assertEquals(format, FORMATS.format(medium, 120, 0));
  }

  @Test
  void writesAnUnknownVideoCodecAsANonStandardCapabilityAndReadsItBack() {
    Format format = new Format(121, "X-PICTURES", 90_000);
    MediaCapability medium = FORMATS.offered(MediaKind.VIDEO, format).orElseThrow();
    assertInstanceOf(
        VideoCapability.NonStandard.class,
        assertInstanceOf(MediaCapability.Video.class, medium).capability());
    assertEquals(format, FORMATS.format(medium, 121, 0));
  }

  @Test
  void writesAGenericNameUnderItsObjectIdentifier() {
    Format format = new Format(96, "generic-2.25.5", 0);
    MediaCapability medium = FORMATS.offered(MediaKind.AUDIO, format).orElseThrow();
    assertEquals(format, FORMATS.format(medium, 96, 0));
  }

  @Test
  void offersNothingForWhatCouldNotBeRead() {
    assertTrue(
        FORMATS.offered(MediaKind.AUDIO, new Format(96, "unrecognized-audio-40", 8_000)).isEmpty());
  }
}
