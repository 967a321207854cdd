package parley.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.evidence.BundleContents;
import parley.core.evidence.EvidenceFailure;
import parley.core.suite.LifeCycle;
import parley.core.suite.engine.RunFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counts of a bundle's verdicts, as it states them.
 *
 * @param unfinished ids of the cases that were planned and not finished, in their order
 */
public record BundledVerdicts(
    int planned, int executed, int notApplicable, int interrupted, List<String> unfinished) {
  public BundledVerdicts {
    unfinished = List.copyOf(unfinished);
  }

  public static BundledVerdicts of(Path bundle) throws EvidenceFailure, IOException {
    try (BundleContents contents = BundleContents.open(bundle)) {
      if (!contents.names().contains(RunFolder.VERDICTS)) {
        throw new EvidenceFailure(
            "the bundle holds no " + RunFolder.VERDICTS + ": it is no run of Parley");
      }
      try (InputStream in = contents.open(RunFolder.VERDICTS)) {
        JsonNode verdicts = JsonMapper.shared().readTree(in.readAllBytes());
        JsonNode counts = verdicts.path("counts");
        List<String> unfinished = new ArrayList<>();
        for (JsonNode one : verdicts.path("cases")) {
          if (!one.path("state").asString("").equals(LifeCycle.FINISHED.name())) {
            unfinished.add(one.path("id").asString("(without a name)"));
          }
        }
        return new BundledVerdicts(
            counts.path("planned").asInt(0),
            counts.path("executed").asInt(0),
            counts.path("notApplicable").asInt(0),
            counts.path("interrupted").asInt(0),
            unfinished);
      }
    } catch (JacksonException unreadable) {
      throw new EvidenceFailure("the verdicts of the bundle cannot be read", unreadable);
    }
  }

  /** What is missing, in words; empty where every planned case has its result. */
  public Optional<String> incomplete() {
    if (planned == 0) {
      return Optional.of("incomplete: the bundle states no planned case");
    }
    return interrupted == 0 && unfinished.isEmpty() && planned == executed + notApplicable
        ? Optional.empty()
        : Optional.of(
            "incomplete: of "
                + planned
                + " planned cases "
                + executed
                + " were executed, "
                + notApplicable
                + " declared not applicable and "
                + interrupted
                + " interrupted"
                + (unfinished.isEmpty() ? "" : ": " + String.join(", ", unfinished)));
  }
}
