package parley.core.media.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.DecodedPicture;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.codec.VideoEncoder;
import parley.core.media.codec.VideoSettings;
import parley.core.media.video.Picture;

/** As a conference bridge does it: the picture is made small and coded again at a low rate. */
class RecodedStampTest {
  @Test
  void survivesAQuarterOfItsSizeAndALowRate() throws CodecUnavailable {
    TestPicture source = new TestPicture(640, 360);
    VideoSettings low = new VideoSettings(160, 90, 25, 48_000, 250, Optional.empty());
    int read = 0;
    int frames = 60;
    try (VideoEncoder encoder = VideoEncoder.open(low);
        VideoDecoder decoder = VideoDecoder.open()) {
      for (int i = 0; i < frames; i++) {
        Picture small = TestPictureTest.scaled(source.frame(i, 40L * i), 160, 90);
        for (DecodedPicture picture : decoder.decode(encoder.encode(small), i)) {
          Optional<TestPicture.Stamp> stamp = TestPictureReader.read(picture.picture());
          int number = (int) picture.token();
          stamp.ifPresent(got -> assertEquals(new TestPicture.Stamp(number, 40L * number), got));
          read += stamp.isPresent() ? 1 : 0;
        }
      }
    }
    assertTrue(read >= frames * 9 / 10, "read " + read + " of " + frames);
  }
}
