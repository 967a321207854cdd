package parley.lab.cli;

import parley.core.build.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  /** Name, version and build. */
  public static String line() {
    Build build = Build.current();
    return "parley "
        + build.version()
        + " (build "
        + build.shortHash()
        + (build.packaged() ? ")" : ", not packaged)");
  }

  /** Whether this word, alone, asks for the version. */
  public static boolean asks(String word) {
    return word.equals("--version") || word.equals("-V");
  }
}
