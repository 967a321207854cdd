package parley.core.media.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import parley.core.wire.Octets;

/** Streams of others, with what others read in them; a test without them is skipped. */
final class SharedStreams {
  record Property(String file, String profile, int level, String size, int frames, String types) {}

  private SharedStreams() {}

  static Path shared(String path) {
    Path file = Path.of(System.getProperty("parley.root", ".."), "..", "shared", "samples");
    file = file.resolve(path);
    Assumptions.assumeTrue(Files.exists(file), "the shared samples are not here: " + path);
    return file;
  }

  static List<NalUnit> nals(String name) throws IOException {
    return AnnexB.split(Octets.of(Files.readAllBytes(shared("streams/" + name))));
  }

  static List<Property> properties() throws IOException {
    try (Stream<String> lines = Files.lines(shared("streams/properties.tsv"))) {
      return lines
          .filter(line -> line.startsWith("h264/"))
          .map(line -> line.split("\t"))
          .map(
              f ->
                  new Property(
                      f[0], f[2], Integer.parseInt(f[3]), f[4], Integer.parseInt(f[10]), f[12]))
          .toList();
    }
  }
}
