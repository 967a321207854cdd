package parley.core;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Captures that lie beside the sources and are no part of them. */
public final class SharedSamples {
  private SharedSamples() {}

  /** The file or folder {@code name} among them; the test is skipped where they are not there. */
  public static Path of(String name) {
    Path root = Path.of(System.getProperty("parley.root", "."));
    Path path = root.resolve("../shared/samples").resolve(name).normalize();
    Assumptions.assumeTrue(Files.exists(path), "no samples at " + path);
    return path;
  }
}
