package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.call.Format;

class LevelsTest {
  private static final Format H264 = new Format(97, "H264", 90000);

  @Test
  void readsProfileLevelIdAndWritesItBack() {
    ProfileLevelId id = ProfileLevelId.parse("42E01F").orElseThrow();
    assertEquals("42e01f", id.toString());
    assertEquals("Constrained Baseline", id.profile());
    assertEquals(Optional.of(H264Level.L3_1), id.level());
    assertEquals(Optional.empty(), ProfileLevelId.parse("42e01"));
    assertEquals(Optional.empty(), ProfileLevelId.parse("42e0zz"));
  }

  @Test
  void tellsLevel1bFrom11ByConstraintSet3InOldProfilesOnly() {
    assertEquals(Optional.of(H264Level.L1B), ProfileLevelId.parse("42f00b").orElseThrow().level());
    assertEquals(Optional.of(H264Level.L1_1), ProfileLevelId.parse("42e00b").orElseThrow().level());
    assertEquals(Optional.of(H264Level.L1_1), ProfileLevelId.parse("64100b").orElseThrow().level());
    assertEquals(Optional.of(H264Level.L1B), ProfileLevelId.parse("640009").orElseThrow().level());
    assertEquals(Optional.empty(), ProfileLevelId.parse("640063").orElseThrow().level());
  }

  @Test
  void takesLevel1WhereNothingIsSaid() {
    H264Limits limits = H264Limits.of(H264);
    assertEquals("42000a", limits.profileLevelId().toString());
    assertEquals(99, limits.maxFrameSize());
    assertEquals(1485, limits.maxMacroblocksPerSecond());
    assertEquals(64, limits.maxBitRate());
    assertEquals(0, limits.packetizationMode());
    assertTrue(limits.allow(176, 144, 15));
    assertFalse(limits.allow(176, 144, 16));
    assertFalse(limits.allow(352, 288, 1));
  }

  @Test
  void raisesTheLevelByMaxParametersButNeverLowersIt() {
    Format format =
        H264.with("profile-level-id", "42e01f")
            .with("max-fs", "8192")
            .with("max-mbps", "1000")
            .with("max-br", "x")
            .with("packetization-mode", "1");
    H264Limits limits = H264Limits.of(format);
    assertEquals(8192, limits.maxFrameSize());
    assertEquals(108_000, limits.maxMacroblocksPerSecond());
    assertEquals(14_000, limits.maxBitRate());
    assertEquals(1, limits.packetizationMode());
  }

  @Test
  void refusesAPictureThatIsTooWideForItsLevel() {
    H264Limits limits = H264Limits.of(H264.with("profile-level-id", "42e01e"));
    assertTrue(limits.allow(720, 576, 25));
    assertTrue(limits.allow(1808, 224, 25));
    assertFalse(limits.allow(1840, 16, 25), "115 macroblocks, and √(8·1620) is 113");
  }
}
