package parley.lab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.measure.MeasuredStream;
import parley.core.media.rtp.RtpStream;
import parley.core.suite.Catalogue;

/**
 * Traffic with losses, repetitions and disorder is counted as the generator says it was written,
 * and timed as tshark times it.
 */
class GeneratedTrafficTest {
  private static final double TENTH_OF_A_MILLISECOND = 0.1;
  private static final Pattern TRUTH =
      Pattern.compile(
          "(0x\\w+) packets (\\d+) expected (\\d+) missing (\\d+) repeated (\\d+) late (\\d+)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyPacketIsCountedForWhatItIs(long seed) throws Exception {
    Path capture = folder.resolve("calls.pcapng");
    String said = generate(capture, 60_000, seed);
    Map<String, MeasuredStream> ours =
        Measuring.of(capture, () -> Catalogue.load().protocols()).measured().streams().stream()
            .collect(
                Collectors.toMap(each -> each.figures().ssrc().toString(), Function.identity()));
    List<Matcher> truths = said.lines().map(TRUTH::matcher).filter(Matcher::matches).toList();
    assertEquals(8, truths.size(), said);
    long lost = 0;
    long repeated = 0;
    long late = 0;
    for (Matcher truth : truths) {
      RtpStream figures = figures(ours, truth.group(1));
      assertEquals(Long.parseLong(truth.group(2)), figures.packets(), truth.group());
      assertEquals(Long.parseLong(truth.group(3)), figures.expected(), truth.group());
      assertEquals(Long.parseLong(truth.group(4)), figures.missing(), truth.group());
      assertEquals(Long.parseLong(truth.group(5)), figures.duplicates(), truth.group());
      assertEquals(Long.parseLong(truth.group(6)), figures.reordered(), truth.group());
      lost += figures.missing();
      repeated += figures.duplicates();
      late += figures.reordered();
    }
    assertTrue(lost > 100 && repeated > 20 && late > 50, lost + " " + repeated + " " + late);
    compare(StreamTable.of(capture), ours);
  }

  private static RtpStream figures(Map<String, MeasuredStream> streams, String ssrc) {
    return Optional.ofNullable(streams.get(ssrc)).orElseThrow().figures();
  }

  private static void compare(List<StreamTable.Line> lines, Map<String, MeasuredStream> ours) {
    assertEquals(ours.size(), lines.size());
    for (StreamTable.Line line : lines) {
      RtpStream figures = figures(ours, line.route().ssrc());
      String what = line + "\n" + figures;
      assertEquals(line.packets(), figures.packets(), what);
      // Where packets change places just as the numbers begin anew at 0, tshark counts a cycle too
      // many for each; RFC 3550 appendix A.1 counts a cycle only where the highest number wraps.
      assertEquals(0, (line.lost() - figures.lost()) % 65_536, what);
      assertEquals(line.maxDelta(), figures.maxDeltaMillis(), TENTH_OF_A_MILLISECOND, what);
      RtpStream.Jitter jitter = figures.jitter().orElseThrow();
      assertEquals(line.meanJitter(), jitter.mean(), TENTH_OF_A_MILLISECOND, what);
      assertEquals(line.maxJitter(), jitter.max(), TENTH_OF_A_MILLISECOND, what);
    }
  }

  private static String generate(Path capture, int packets, long seed) throws Exception {
    Path root = Path.of(System.getProperty("parley.root", "."));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                root.resolve("bench/TrafficGenerator.java").toString(),
                capture.toString(),
                Integer.toString(packets),
                Long.toString(seed))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
