package parley.core.quality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.InstalledProgram;
import parley.core.media.signal.TestPicture;
import parley.core.media.video.Picture;
import parley.core.quality.picture.SignalToNoise.Pooling;
import parley.core.wire.Octets;

/** The figures are those of FFmpeg's filters psnr and ssim, picture by picture. */
class AgainstFfmpegTest {
  private static final int PICTURES = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "320, 180, gblur=sigma=1.2",
    "352, 288, noise=alls=20:all_seed=7",
    "640, 360, eq=brightness=0.05:contrast=0.9",
    "176, 144, boxblur=2:1",
    "182, 102, gblur=sigma=3"
  })
  void equalsTheFilters(int width, int height, String damage) throws IOException {
    InstalledProgram.require("ffmpeg");
    Path sent = folder.resolve("sent.yuv");
    Path came = folder.resolve("came.yuv");
    TestPicture source = new TestPicture(width, height);
    List<Picture> reference = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(sent)) {
      for (int i = 0; i < PICTURES; i++) {
        Picture picture = source.frame(i, i * 40L);
        reference.add(picture);
        out.write(picture.luma().toArray());
        out.write(picture.blue().toArray());
        out.write(picture.red().toArray());
      }
    }
    String size = width + "x" + height;
    // The first picture is left as it is: no difference must not spoil the means.
    ffmpeg(
        size,
        sent,
        null,
        "[0:v]split[a][b];[a]trim=end_frame=1[c];[b]trim=start_frame=1,"
            + damage
            + ",format=yuv420p[d];[c][d]concat",
        came.toString());
    List<Picture> degraded = read(came, width, height);
    assertEquals(PICTURES, degraded.size());

    Path psnr = folder.resolve("psnr.log");
    Path ssim = folder.resolve("ssim.log");
    ffmpeg(size, came, sent, "[0:v][1:v]psnr=stats_file=" + psnr, null);
    ffmpeg(size, came, sent, "[0:v][1:v]ssim=stats_file=" + ssim, null);
    List<String> psnrs = Files.readAllLines(psnr);
    List<String> ssims = Files.readAllLines(ssim);
    List<PictureDifference> differences = new ArrayList<>();
    double errors = 0;
    for (int i = 0; i < PICTURES; i++) {
      PictureDifference difference = PictureDifference.of(reference.get(i), degraded.get(i));
      differences.add(difference);
      String line = psnrs.get(i);
      assertEquals(number(line, "psnr_y"), PictureDifference.decibels(difference.luma()), 0.0051);
      assertEquals(number(line, "psnr_u"), PictureDifference.decibels(difference.blue()), 0.0051);
      assertEquals(number(line, "psnr_v"), PictureDifference.decibels(difference.red()), 0.0051);
      assertEquals(
          number(line, "psnr_avg"), PictureDifference.decibels(difference.whole()), 0.0051);
      errors += number(line, "mse_avg");
      StructuralSimilarity similarity = StructuralSimilarity.of(reference.get(i), degraded.get(i));
      line = ssims.get(i);
      assertEquals(number(line, "Y"), similarity.luma(), 1e-5);
      assertEquals(number(line, "U"), similarity.blue(), 1e-5);
      assertEquals(number(line, "V"), similarity.red(), 1e-5);
      assertEquals(number(line, "All"), similarity.whole(), 1e-5);
    }
    SignalToNoise pooled = SignalToNoise.of(Pooling.MEAN_OF_ERRORS, differences);
    assertEquals(PictureDifference.decibels(errors / PICTURES), pooled.whole(), 0.01);
    assertEquals(PICTURES, pooled.pictures());
    SignalToNoise other = SignalToNoise.of(Pooling.MEAN_OF_DECIBELS, differences);
    assertTrue(other.whole() > pooled.whole(), "one picture without difference lifts the mean");
  }

  private static double number(String line, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + ":(\\S+)").matcher(line);
    assertTrue(matcher.find(), line);
    return matcher.group(1).equals("inf")
        ? Double.POSITIVE_INFINITY
        : Double.parseDouble(matcher.group(1));
  }

  private static void ffmpeg(
      String size, Path first, @Nullable Path second, String filter, @Nullable String output) {
    // Its vector code of SSIM is wrong where blocks of four samples leave two of four over.
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-cpuflags", "0"));
    for (Path input : second == null ? List.of(first) : List.of(first, second)) {
      arguments.addAll(
          List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-i", input.toString()));
    }
    arguments.addAll(List.of("-filter_complex", filter));
    arguments.addAll(
        output == null
            ? List.of("-f", "null", "-")
            : List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", output));
    InstalledProgram.output("ffmpeg", arguments.toArray(String[]::new));
  }

  private static List<Picture> read(Path file, int width, int height) throws IOException {
    Octets all = Octets.of(Files.readAllBytes(file));
    int large = width * height;
    int small = (width + 1) / 2 * ((height + 1) / 2);
    List<Picture> pictures = new ArrayList<>();
    for (int at = 0; at < all.length(); at += large + 2 * small) {
      pictures.add(
          new Picture(
              width,
              height,
              all.slice(at, large),
              all.slice(at + large, small),
              all.slice(at + large + small, small)));
    }
    return pictures;
  }
}
