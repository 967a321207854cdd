package parley.lab.tender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.evidence.BundleContents;
import parley.core.evidence.BundleReport;
import parley.core.evidence.BundleVerifier;
import parley.core.evidence.EvidenceFailure;
import parley.core.judge.Flag;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.suite.LifeCycle;
import parley.core.suite.engine.RunFolder;
import parley.core.tender.MeasuredCase;
import parley.core.tender.MeasuredRun;
import parley.lab.console.CommandStopped;
import parley.lab.run.BundledVerdicts;
import parley.profiles.Loaded;
import parley.profiles.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what bundles say, after they were verified. */
public final class BundleRuns {
  /**
   * A bundle as it was read.
   *
   * @param run what it says
   * @param profile the candidate's profile, as the plan names it
   * @param product how the candidate named itself on the wire
   */
  public record Read(MeasuredRun run, Optional<String> profile, Optional<String> product) {}

  private BundleRuns() {}

  /**
   * @param installedName the installed MCU's profile, as the tender names it
   * @throws CommandStopped where the bundle does not verify, or misses a case
   */
  public static Read read(Path bundle, String installedName, Profile installed) {
    if (!Files.isRegularFile(bundle)) {
      throw CommandStopped.usage("there is no bundle '" + bundle + "'");
    }
    BundleReport report = BundleVerifier.verify(bundle);
    if (!report.intact()) {
      throw CommandStopped.usage(
          "the bundle '"
              + bundle
              + "' does not verify, so nothing in it counts: "
              + report.problems().getFirst(),
          "'parley verify " + bundle + "' says everything that is wrong with it.");
    }
    try {
      Optional<String> incomplete = BundledVerdicts.of(bundle).incomplete();
      if (incomplete.isPresent()) {
        throw CommandStopped.usage(
            "the bundle '" + bundle + "' does not count: it is " + incomplete.get());
      }
      try (BundleContents contents = BundleContents.open(bundle)) {
        return read(bundle, contents, installedName, installed);
      }
    } catch (EvidenceFailure | IOException | JacksonException unusable) {
      throw CommandStopped.usage(
          "the bundle '" + bundle + "' cannot be used: " + unusable.getMessage());
    }
  }

  private static Read read(
      Path bundle, BundleContents contents, String installedName, Profile installed)
      throws EvidenceFailure, IOException {
    String yaml = new String(octets(contents, RunFolder.PLAN), StandardCharsets.UTF_8);
    Plan plan =
        switch (Plan.readEffective(RunFolder.PLAN, yaml)) {
          case Loaded.Good<Plan>(Plan good) -> good;
          case Loaded.Bad<Plan> bad ->
              throw new EvidenceFailure(
                  "its plan cannot be used by this version: " + bad.problems().getFirst());
        };
    JsonNode verdicts = JsonMapper.shared().readTree(octets(contents, RunFolder.VERDICTS));
    Optional<String> product =
        Optional.ofNullable(verdicts.path("product").asString(null)).filter(t -> !t.isEmpty());
    boolean isInstalled =
        plan.candidate().profile().map(installedName::equals).orElse(false)
            || product.map(installed::recognises).orElse(false);
    MeasuredRun run =
        new MeasuredRun(
            Optional.ofNullable(bundle.getFileName()).map(Path::toString).orElse(""),
            verdicts.path("candidate").asString("(without a name)"),
            verdicts.path("simulated").asBoolean(true),
            isInstalled,
            plan.peer().profile(),
            cases(verdicts));
    return new Read(run, plan.candidate().profile(), product);
  }

  private static List<MeasuredCase> cases(JsonNode verdicts) throws EvidenceFailure {
    List<MeasuredCase> cases = new ArrayList<>();
    for (JsonNode one : verdicts.path("cases")) {
      if (!one.path("state").asString("").equals(LifeCycle.FINISHED.name())) {
        continue;
      }
      try {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        one.path("flags").forEach(flag -> flags.add(Flag.valueOf(flag.asString())));
        cases.add(
            new MeasuredCase(
                one.path("id").asString(""),
                Verdict.valueOf(one.path("verdict").asString("")),
                flags));
      } catch (IllegalArgumentException unknown) {
        throw new EvidenceFailure(
            "its verdicts hold a word this version does not know (" + unknown.getMessage() + ")",
            unknown);
      }
    }
    return cases;
  }

  private static byte[] octets(BundleContents contents, String name)
      throws EvidenceFailure, IOException {
    try (InputStream in = contents.open(name)) {
      return in.readAllBytes();
    }
  }
}
