import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java source of the checkout ({@code write}) or names those that are not formatted
 * and fails ({@code check}). In write mode, files older than the last run are not looked at again.
 */
public class Format {
  public static void main(String[] args) throws Exception {
    boolean check = args.length > 0 && args[0].equals("check");
    Path stamp = Path.of("target", "formatted");
    FileTime since =
        !check && Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources()) {
      if (Files.getLastModifiedTime(source).compareTo(since) < 0) {
        continue;
      }
      String before = Files.readString(source);
      String after;
      try {
        after =
            formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(before));
      } catch (FormatterException unreadable) {
        System.err.println("cannot format " + source + ": " + unreadable.getMessage());
        System.exit(1);
        return;
      }
      if (!after.equals(before)) {
        unformatted.add(source);
        if (!check) {
          Files.writeString(source, after);
        }
      }
    }
    if (check && !unformatted.isEmpty()) {
      unformatted.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println(
          "run 'mvn process-sources' (or './parley test') once and commit the result");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, now);
  }

  private static List<Path> sources() throws IOException {
    try (var tree = Files.walk(Path.of("."))) {
      return tree.filter(
              path ->
                  path.toString().endsWith(".java")
                      && !path.toString().contains("/target/")
                      && !path.toString().contains("/.git/"))
          .sorted()
          .toList();
    }
  }
}
