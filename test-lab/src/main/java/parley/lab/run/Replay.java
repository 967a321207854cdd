package parley.lab.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parley.core.evidence.BundleContents;
import parley.core.evidence.EvidenceFailure;
import parley.core.report.VerdictsJson;
import parley.core.suite.Catalogue;
import parley.core.suite.SuiteResult;
import parley.core.suite.engine.RunFolder;
import parley.profiles.Loaded;
import parley.profiles.Problem;

/**
 * Computes the verdicts of a bundle again, from nothing but its plan and its captures, and compares
 * them octet by octet with those it holds.
 */
public final class Replay {
  /**
   * What came of it.
   *
   * @param result the verdicts computed again
   * @param differences lines that are not the same, at most ten; empty where all are
   */
  public record Outcome(SuiteResult result, List<String> differences) {
    public boolean same() {
      return differences.isEmpty();
    }
  }

  private static final int MOST_DIFFERENCES = 10;

  /**
   * @throws EvidenceFailure where the bundle cannot be read or holds no run
   */
  public static Outcome of(Path bundle) throws EvidenceFailure, IOException {
    Path folder = Files.createTempDirectory("parley-replay");
    try (BundleContents contents = BundleContents.open(bundle)) {
      contents.extractTo(folder);
      RunFolder run = new RunFolder(folder);
      byte[] written =
          run.writtenVerdicts()
              .orElseThrow(
                  () ->
                      new EvidenceFailure(
                          "the bundle holds no "
                              + RunFolder.VERDICTS
                              + ": it is no run of Parley"));
      if (!Files.isRegularFile(folder.resolve(RunFolder.PLAN))) {
        throw new EvidenceFailure("the bundle holds no plan: nothing can be judged again");
      }
      return switch (run.judgeAgain(Catalogue.load())) {
        case Loaded.Good<SuiteResult>(SuiteResult again) ->
            new Outcome(again, differences(written, VerdictsJson.write(again)));
        case Loaded.Bad<SuiteResult>(List<Problem> problems) ->
            throw new EvidenceFailure(
                "the plan in the bundle cannot be used by this version: " + problems.getFirst());
      };
    } finally {
      delete(folder);
    }
  }

  private static List<String> differences(byte[] written, byte[] again) {
    if (Arrays.equals(written, again)) {
      return List.of();
    }
    List<String> one = new String(written, StandardCharsets.UTF_8).lines().toList();
    List<String> other = new String(again, StandardCharsets.UTF_8).lines().toList();
    List<String> found = new ArrayList<>();
    for (int i = 0;
        i < Math.max(one.size(), other.size()) && found.size() < MOST_DIFFERENCES;
        i++) {
      String left = i < one.size() ? one.get(i).strip() : "(nothing)";
      String right = i < other.size() ? other.get(i).strip() : "(nothing)";
      if (!left.equals(right)) {
        found.add("line " + (i + 1) + ": the bundle says " + left + ", the captures " + right);
      }
    }
    return found.isEmpty() ? List.of("they differ in white space") : List.copyOf(found);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Replay() {}
}
