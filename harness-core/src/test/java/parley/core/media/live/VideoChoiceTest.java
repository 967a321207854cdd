package parley.core.media.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.Format;
import parley.core.media.codec.VideoSettings;
import parley.core.media.video.H264Level;
import parley.core.media.video.H264Limits;

class VideoChoiceTest {
  private static H264Limits limits(String profileLevelId) {
    return H264Limits.of(new Format(97, "H264", 90000).with("profile-level-id", profileLevelId));
  }

  @ParameterizedTest
  @CsvSource({
    "42e01f,1280,720,30,1280,720,30",
    "42e01e,1280,720,30,848,480,25",
    "42e015,640,360,25,512,288,25",
    "42e00d,640,360,25,320,180,25",
    "42e00a,640,360,25,176,144,15",
    "42e01f,640,360,25,640,360,25",
    "42e028,1920,1080,30,1920,1080,30"
  })
  void takesTheLargestPictureTheLevelAllows(
      String level, int w, int h, int fps, int width, int height, int rate) {
    VideoSettings wanted = VideoSettings.standard().withSize(w, h).withFramesPerSecond(fps);
    VideoSettings chosen = VideoChoice.choose(wanted, limits(level));
    assertEquals(width + "x" + height, chosen.width() + "x" + chosen.height());
    assertEquals(rate, chosen.framesPerSecond());
  }

  @ParameterizedTest
  @EnumSource(H264Level.class)
  void staysWithinEveryLevel(H264Level level) {
    H264Limits limits =
        new H264Limits(
            limits("42e00a").profileLevelId(),
            level.maxMacroblocksPerSecond(),
            level.maxFrameSize(),
            level.maxBitRate(),
            1);
    VideoSettings wanted =
        VideoSettings.standard()
            .withSize(1280, 720)
            .withFramesPerSecond(60)
            .withBitRate(10_000_000);
    VideoSettings chosen = VideoChoice.choose(wanted, limits);
    assertTrue(limits.allow(chosen.width(), chosen.height(), chosen.framesPerSecond()));
    assertTrue(chosen.bitRate() <= 1000L * level.maxBitRate());
  }

  @Test
  void usesMaxFsAndMaxMbpsAboveTheLevel() {
    Format format =
        new Format(97, "H264", 90000)
            .with("profile-level-id", "42e00d")
            .with("max-fs", "3600")
            .with("max-mbps", "108000");
    VideoSettings wanted = VideoSettings.standard().withSize(1280, 720).withFramesPerSecond(30);
    assertEquals(1280, VideoChoice.choose(wanted, H264Limits.of(format)).width());
  }
}
