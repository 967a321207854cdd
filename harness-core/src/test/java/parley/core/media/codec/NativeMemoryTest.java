package parley.core.media.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import parley.core.media.signal.SpeechSignal;
import parley.core.media.signal.TestPicture;
import parley.core.media.video.Picture;

class NativeMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** In a JVM of its own whose heap is all there from the start: what grows is native. */
  @Test
  void doesNotGrowOverAThousandPicturesPacketsAndOpenings() throws Exception {
    Assumptions.assumeTrue(Files.exists(STATUS), "memory is read from /proc, which is not here");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                NativeMemoryTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), said);
    // One picture in each round of encoding would be 86 MB, one encoder in each opening far more.
    long grown = Long.parseLong(said.strip());
    assertTrue(grown < 40_000, "grown by " + grown + " kB");
  }

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < 3; i++) {
      once(100);
    }
    long before = residentKilobytes();
    for (int i = 0; i < 10; i++) {
      once(100);
    }
    for (int i = 0; i < 200; i++) {
      once(1);
    }
    System.out.println(residentKilobytes() - before);
  }

  private static void once(int count) throws CodecUnavailable {
    VideoSettings settings = VideoSettings.standard().withSize(320, 180);
    Picture picture = new TestPicture(320, 180).frame(1, 2);
    SpeechSignal speech = new SpeechSignal(48_000);
    try (VideoEncoder encoder = VideoEncoder.open(settings);
        VideoDecoder decoder = VideoDecoder.open();
        AudioEncoder speaker = AudioEncoder.open(AudioCodec.OPUS);
        AudioDecoder listener = AudioDecoder.open(AudioCodec.OPUS)) {
      short[] samples = speech.samples(0, 960);
      for (int i = 0; i < count; i++) {
        decoder.decode(encoder.encode(picture), i);
        listener.decode(speaker.encode(samples));
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
