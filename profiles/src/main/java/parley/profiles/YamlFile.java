package parley.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Brings a YAML file from disk or from the program to a {@link Document}. */
public final class YamlFile {
  /** Largest file in octets. */
  public static final int LIMIT = 1 << 20;

  private YamlFile() {}

  /** Reads a file of the user. */
  public static Loaded<Document> read(Path path) {
    return octets(path).then(octets -> read(path.toString(), octets));
  }

  /** Reads a file that ships in the program, beside {@code beside}. */
  public static Loaded<Document> shipped(Class<?> beside, String name) {
    return shippedOctets(beside, name).then(octets -> read(name, octets));
  }

  /** The octets of a file of the user, up to the limit. */
  static Loaded<byte[]> octets(Path path) {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      return Loaded.bad(Problem.of(name, "this is a folder, not a file"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Loaded.good(in.readNBytes(LIMIT + 1));
    } catch (NoSuchFileException absent) {
      return Loaded.bad(Problem.of(name, "there is no such file"));
    } catch (AccessDeniedException denied) {
      return Loaded.bad(Problem.of(name, "this file may not be read (no permission)"));
    } catch (IOException problem) {
      return Loaded.bad(Problem.of(name, "this file cannot be read: " + problem.getMessage()));
    }
  }

  /** The octets of a file that ships in the program. */
  static Loaded<byte[]> shippedOctets(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return in == null
          ? Loaded.bad(Problem.of(name, "there is no such file"))
          : Loaded.good(in.readNBytes(LIMIT + 1));
    } catch (IOException problem) {
      return Loaded.bad(Problem.of(name, "this file cannot be read: " + problem.getMessage()));
    }
  }

  /** Reads octets, as of a bundle. */
  public static Loaded<Document> read(String name, byte[] octets) {
    return octets.length > LIMIT
        ? Loaded.bad(
            Problem.of(name, "this file is longer than " + LIMIT / 1024 + " KiB, the limit"))
        : decoded(name, octets);
  }

  /** Reads text that is no file, such as a value of the command line: problems name no line. */
  public static Loaded<Document> readWithoutPlaces(String name, String text) {
    return switch (YamlReader.read(name, text)) {
      case Loaded.Good<Document>(Document good) -> Loaded.good(good.withoutLines());
      case Loaded.Bad<Document>(List<Problem> problems) ->
          new Loaded.Bad<>(
              problems.stream()
                  .map(one -> new Problem(one.file(), 0, 0, one.path(), one.message()))
                  .toList());
    };
  }

  private static Loaded<Document> decoded(String name, byte[] octets) {
    ByteBuffer from = ByteBuffer.wrap(octets);
    CharBuffer to = CharBuffer.allocate(octets.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(from, to, true);
    String text = to.flip().toString();
    if (result.isError()) {
      int line = (int) text.chars().filter(letter -> letter == '\n').count() + 1;
      int column = text.length() - text.lastIndexOf('\n');
      return Loaded.bad(
          new Problem(
              name,
              line,
              column,
              "",
              "this is not UTF-8 text; save the file with the encoding UTF-8"));
    }
    return YamlReader.read(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
