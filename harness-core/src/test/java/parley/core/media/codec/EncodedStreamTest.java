package parley.core.media.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.InstalledProgram;
import parley.core.media.signal.TestPicture;
import parley.core.media.video.AnnexB;
import parley.core.media.video.NalUnit;

class EncodedStreamTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void isReadByFfprobeAsWhatItShouldBe() throws Exception {
    InstalledProgram.require("ffprobe");
    VideoSettings settings = VideoSettings.standard().withFramesPerIntra(10);
    List<NalUnit> stream = new ArrayList<>();
    TestPicture source = new TestPicture(settings.width(), settings.height());
    try (VideoEncoder encoder = VideoEncoder.open(settings)) {
      for (int i = 0; i < 25; i++) {
        stream.addAll(encoder.encode(source.frame(i, 40L * i)));
      }
    }
    Path file = folder.resolve("stream.h264");
    Files.write(file, AnnexB.join(stream).toArray());
    Process ffprobe =
        new ProcessBuilder(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=profile,width,height,has_b_frames,nb_read_frames",
                "-of",
                "default=noprint_wrappers=1:nokey=1",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(ffprobe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, ffprobe.waitFor(), said);
    assertEquals(List.of("Constrained Baseline", "640", "360", "0", "25"), said.lines().toList());
  }
}
