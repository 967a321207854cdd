package parley.lab.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.core.evidence.BundleContents;
import parley.core.evidence.EvidenceFailure;
import parley.core.plan.Plan;
import parley.core.record.CaptureReader;
import parley.core.suite.CaseRecord;
import parley.core.suite.Catalogue;
import parley.core.suite.SignallingProtocol;
import parley.core.suite.engine.RunFolder;
import parley.lab.cli.CommandRun;
import parley.profiles.Loaded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of {@code certify} that has ended, with what can be taken out of the bundle it left.
 *
 * @param command how it ended and what it printed
 * @param bundle the signed file
 * @param files the folder its contents were extracted to
 */
record CertificationRun(CommandRun command, Path bundle, Path files) {
  /** One case as {@code verdicts.json} has it; {@code violated} are names of checks. */
  record Verdict(String id, String verdict, List<String> violated, String reason) {}

  /**
   * Runs {@code certify} with these words after its own, in {@code folder}, where the plan and
   * everything else is.
   */
  static CertificationRun of(Path folder, Path plan, String... words)
      throws IOException, EvidenceFailure {
    Path output = folder.resolve("out");
    List<String> arguments =
        Stream.concat(
                Stream.of("certify", "--plan", plan.toString(), "--output", output.toString()),
                Stream.of(words))
            .toList();
    CommandRun command = CommandRun.of(folder, arguments.toArray(String[]::new));
    if (!Files.isDirectory(output)) {
      throw new IOException("nothing was written: " + command);
    }
    Path bundle;
    try (Stream<Path> made = Files.list(output)) {
      bundle =
          made.filter(path -> path.toString().endsWith(".asice"))
              .findFirst()
              .orElseThrow(() -> new IOException("no bundle was written: " + command));
    }
    Path files = folder.resolve("contents");
    try (BundleContents contents = BundleContents.open(bundle)) {
      contents.extractTo(files);
    }
    return new CertificationRun(command, bundle, files);
  }

  List<Verdict> verdicts() throws IOException {
    JsonNode root = JsonMapper.shared().readTree(files.resolve(RunFolder.VERDICTS).toFile());
    return root.path("cases")
        .valueStream()
        .map(
            one ->
                new Verdict(
                    one.path("id").asString(),
                    one.path("verdict").asString(),
                    one.path("findings")
                        .valueStream()
                        .filter(finding -> finding.path("outcome").asString().equals("VIOLATED"))
                        .map(finding -> finding.path("check").asString())
                        .distinct()
                        .sorted()
                        .toList(),
                    one.path("reason").asString()))
        .toList();
  }

  /** The captures in order of their names. */
  List<Path> captures() throws IOException {
    try (Stream<Path> records = Files.list(files.resolve("records"))) {
      return records.filter(path -> path.toString().endsWith(".pcapng")).sorted().toList();
    }
  }

  /** The capture's case. */
  static String caseOf(Path capture) {
    return capture.getFileName().toString().replaceAll("\\.pcapng$", "");
  }

  /** A capture as the judges see it. */
  CaseRecord record(Path capture) throws IOException {
    Plan plan =
        switch (Plan.readEffective(
            RunFolder.PLAN, Files.readString(files.resolve(RunFolder.PLAN)))) {
          case Loaded.Good<Plan>(Plan read) -> read;
          case Loaded.Bad<Plan>(var problems) -> throw new IOException(problems.toString());
        };
    SignallingProtocol protocol =
        Catalogue.load().protocol(plan.candidate().target().orElseThrow()).orElseThrow();
    var packets = CaptureReader.readAll(capture);
    return CaseRecord.of(plan, packets, protocol.read(packets));
  }

  /** Every capture with what the judges see of it. */
  Map<Path, CaseRecord> records() throws IOException {
    Map<Path, CaseRecord> records = new java.util.TreeMap<>();
    for (Path capture : captures()) {
      records.put(capture, record(capture));
    }
    return records;
  }

  /** Words as a plan writes a list of them. */
  static String yaml(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
