package parley.core.suite.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.core.build.Build;
import parley.core.plan.Plan;
import parley.core.report.HtmlReport;
import parley.core.report.VerdictsJson;
import parley.core.suite.Catalogue;
import parley.core.suite.RunLog;
import parley.core.suite.Suite;
import parley.core.suite.SuiteJudge;
import parley.core.suite.SuiteResult;
import parley.profiles.Loaded;
import parley.profiles.Profiles;

/**
 * A run as files: what is archived and what a replay reads. Everything but {@code run.json} and the
 * reports follows from plan and captures.
 */
public final class RunFolder {
  public static final String PLAN = "plan.yaml";
  public static final String VERDICTS = "verdicts.json";
  public static final String RUN = "run.json";
  public static final String REPORT = "report.html";
  public static final String JUNIT = "junit.xml";

  private final Path folder;

  public RunFolder(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** Writes plan, profiles and verdicts of a run whose captures are already here. */
  public SuiteResult write(Suite suite, RunLog log) throws IOException {
    Plan plan = suite.plan();
    Files.writeString(folder.resolve(PLAN), plan.toYaml(), StandardCharsets.UTF_8);
    Path profiles = Files.createDirectories(folder.resolve("profiles"));
    copyProfile(plan.peer().profile(), profiles);
    if (plan.candidate().profile().isPresent()) {
      copyProfile(plan.candidate().profile().get(), profiles);
    }
    SuiteResult result = SuiteJudge.judge(suite, new RecordFolder(folder));
    Files.write(folder.resolve(VERDICTS), VerdictsJson.write(result));
    Files.write(folder.resolve(RUN), RunJson.write(log, Build.current()));
    return result;
  }

  /** Writes the report; {@code validity} says how the evidence is signed and time-stamped. */
  public void writeReport(SuiteResult result, RunLog log, Plan plan, String validity)
      throws IOException {
    Files.writeString(
        folder.resolve(REPORT),
        HtmlReport.write(result, plan, Build.current().label(), log, validity),
        StandardCharsets.UTF_8);
  }

  private static void copyProfile(String nameOrFile, Path into) throws IOException {
    String name = Path.of(nameOrFile).getFileName() + "";
    String file = name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".yaml";
    switch (Profiles.source(nameOrFile)) {
      case Loaded.Good<byte[]>(byte[] octets) -> Files.write(into.resolve(file), octets);
      case Loaded.Bad<byte[]>(var problems) ->
          throw new IOException("profile " + nameOrFile + ": " + problems.getFirst());
    }
  }

  /** Judges what lies in this folder again, with nothing but its plan and captures. */
  public Loaded<SuiteResult> judgeAgain(Catalogue catalogue) throws IOException {
    String yaml = Files.readString(folder.resolve(PLAN), StandardCharsets.UTF_8);
    return Plan.readEffective(PLAN, yaml)
        .then(plan -> Suite.of(plan, catalogue))
        .then(suite -> Loaded.good(SuiteJudge.judge(suite, new RecordFolder(folder))));
  }

  /** The verdicts as they were written; empty where there are none. */
  public Optional<byte[]> writtenVerdicts() throws IOException {
    Path file = folder.resolve(VERDICTS);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }
}
