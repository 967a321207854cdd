package parley.core.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which build of Parley this is. A bundle names it, so that a verdict can be traced to the very
 * octets that gave it.
 *
 * @param version the version of the sources, as in the pom
 * @param hash SHA-256 in lower-case hexadecimal over Parley's own modules, in the order of floors.
 *     A module in a jar counts with the octets of the jar, whose manifest names every library with
 *     its version
 * @param packaged whether all modules came from jars; false in an IDE or under Maven's tests, where
 *     the hash is over the compiled files and equals no packaged build's
 */
public record Build(String version, String hash, boolean packaged) {
  /** Each module has this resource; its content is the module's floor and name. */
  private static final String MARKER = "META-INF/parley-module";

  /** The build this process runs; worked out at the first call and kept. */
  public static Build current() {
    return Current.BUILD;
  }

  /** The first twelve digits of the hash, for people. */
  public String shortHash() {
    return hash.substring(0, 12);
  }

  /** Name, version and short hash, as captures and reports name the tool. */
  public String label() {
    return "Parley " + version + " (build " + shortHash() + (packaged ? ")" : ", not packaged)");
  }

  private static final class Current {
    private static final Build BUILD = read();

    private static Build read() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        boolean packaged = true;
        for (Path module : modules().values()) {
          packaged &= Files.isRegularFile(module);
          add(module, digest);
        }
        return new Build(version(), HexFormat.of().formatHex(digest.digest()), packaged);
      } catch (IOException broken) {
        throw new UncheckedIOException("cannot read the program's own files", broken);
      } catch (NoSuchAlgorithmException absent) {
        throw new IllegalStateException("every JDK has SHA-256", absent);
      }
    }

    private static String version() throws IOException {
      Properties properties = new Properties();
      try (InputStream stream = Build.class.getResourceAsStream("build.properties")) {
        if (stream == null) {
          throw new IOException("parley/core/build/build.properties is not on the class path");
        }
        properties.load(stream);
      }
      return properties.getProperty("version");
    }

    /** Where each module was loaded from, bottom floor first. */
    private static SortedMap<String, Path> modules() throws IOException {
      SortedMap<String, Path> modules = new TreeMap<>();
      for (URL url : Collections.list(Build.class.getClassLoader().getResources(MARKER))) {
        try (InputStream content = url.openStream()) {
          modules.put(new String(content.readAllBytes(), StandardCharsets.UTF_8), moduleOf(url));
        }
      }
      return modules;
    }

    private static Path moduleOf(URL url) throws IOException {
      try {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
          return Path.of(jar.getJarFileURL().toURI());
        }
        String folder = url.toString();
        return Path.of(new URI(folder.substring(0, folder.length() - MARKER.length())));
      } catch (URISyntaxException odd) {
        throw new IOException("cannot tell where " + url + " is", odd);
      }
    }

    private static void add(Path module, MessageDigest digest) throws IOException {
      if (Files.isRegularFile(module)) {
        digest.update(Files.readAllBytes(module));
        return;
      }
      List<Path> files = new ArrayList<>();
      try (var tree = Files.walk(module)) {
        tree.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
    }
  }
}
