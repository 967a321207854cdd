package parley.lab.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.lab.peers.CertificationRun.Verdict;

/**
 * What a peer is known to come to, case by case: a table of case, verdict and, where it is not a
 * pass, the checks it violates. It is kept as data, so that a change of the peer, of a case or of
 * ours is seen as what it is.
 */
final class ExpectedVerdicts {
  private final Map<String, String> expected;

  private ExpectedVerdicts(Map<String, String> expected) {
    this.expected = expected;
  }

  /** Columns are parted by tabs; lines that begin with # are remarks. */
  static ExpectedVerdicts of(String resource) {
    Map<String, String> expected = new TreeMap<>();
    try (InputStream in =
        Optional.ofNullable(ExpectedVerdicts.class.getResourceAsStream(resource)).orElseThrow()) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split("\t", -1);
          expected.put(columns[0], text(columns[1], columns.length > 2 ? columns[2] : ""));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new ExpectedVerdicts(expected);
  }

  /** One line for each case that came out otherwise; none where all is as it was. */
  List<String> differences(List<Verdict> verdicts) {
    Map<String, Verdict> actual = new TreeMap<>();
    verdicts.forEach(verdict -> actual.put(verdict.id(), verdict));
    TreeSet<String> all = new TreeSet<>(expected.keySet());
    all.addAll(actual.keySet());
    List<String> lines = new ArrayList<>();
    for (String id : all) {
      Verdict now = actual.get(id);
      String before = expected.get(id);
      String is = now == null ? "" : text(now.verdict(), String.join(",", now.violated()));
      if (now == null) {
        lines.add("GONE  " + id + " (was " + before + ")");
      } else if (before == null) {
        lines.add("NEW   " + id + " " + is + ": " + now.reason());
      } else if (!before.equals(is)) {
        lines.add(change(before, is) + "  " + id + " (was " + before + "): " + now.reason());
      }
    }
    return List.copyOf(lines);
  }

  /** Ids of known cases that came out otherwise, the laboratory's own check left aside. */
  List<String> otherwise(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> !verdict.id().startsWith("LAB-"))
        .filter(verdict -> expected.containsKey(verdict.id()))
        .filter(
            verdict ->
                !text(verdict.verdict(), String.join(",", verdict.violated()))
                    .equals(expected.get(verdict.id())))
        .map(Verdict::id)
        .toList();
  }

  private static String change(String before, String is) {
    boolean passed = before.equals("PASS");
    return (passed ? "pass" : before) + "->" + is;
  }

  private static String text(String verdict, String violated) {
    return violated.isEmpty() ? verdict : verdict + " " + violated;
  }
}
