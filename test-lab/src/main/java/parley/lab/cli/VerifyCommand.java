package parley.lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.core.evidence.BundleReport;
import parley.core.evidence.BundleVerifier;
import parley.core.evidence.EvidenceFailure;
import parley.core.evidence.Problem;
import parley.core.evidence.SignatureState;
import parley.core.evidence.TimeState;
import parley.core.evidence.TrustAnchors;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.run.BundledVerdicts;
import parley.lab.run.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a bundle: that it is whole, who signed it, and that its captures give its verdicts. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that a bundle is whole and unchanged, and who signed it and when.",
      "A planned case that is missing makes it fail. With --replay every verdict is computed again",
      "from the captures alone."
    })
final class VerifyCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "the .asice file")
  private @Nullable Path bundle;

  @Option(names = "--replay", description = "judge the captures again and compare every octet")
  private boolean replay;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "certificates the signer's must lead up to")
  private @Nullable Path trust;

  @Option(names = "--json", description = "one JSON object on standard output")
  private boolean json;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() throws IOException {
    Path file = Optional.ofNullable(bundle).orElseThrow();
    if (!Files.isRegularFile(file)) {
      throw CommandStopped.usage(
          Files.isDirectory(file)
              ? "'" + file + "' is a folder: name the bundle, a file that ends in .asice"
              : "there is no bundle '" + file + "'");
    }
    BundleReport report = new BundleVerifier(anchors()).check(file);
    List<String> problems = new ArrayList<>();
    if (report.files().isEmpty() && !startsAsContainer(file)) {
      problems.add("this is no bundle of Parley: it does not begin as one");
    } else {
      cutOff(report).ifPresent(problems::add);
      report.problems().stream().map(Problem::toString).forEach(problems::add);
    }
    Optional<String> incomplete = report.intact() ? missing(file) : Optional.empty();
    incomplete.ifPresent(problems::add);
    Optional<Replay.Outcome> again = Optional.empty();
    if (replay && report.intact()) {
      again = replay(file, problems);
    }
    if (json) {
      printJson(file, report, problems, again);
    } else {
      print(file, report, problems, again);
    }
    return problems.isEmpty() ? ExitCode.AS_REQUIRED : ExitCode.DEVICE_FAILED;
  }

  /** Every bundle begins with the head of a ZIP container. */
  private static boolean startsAsContainer(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
  }

  /** Where manifest and signature, which stand last, are both gone, the end is missing. */
  private static Optional<String> cutOff(BundleReport report) {
    return report.files().isEmpty() && report.manifestProblem().isPresent()
        ? Optional.of(
            "the bundle is cut off or damaged: manifest and signature at its end cannot be found;"
                + " get it again from where it came")
        : Optional.empty();
  }

  private TrustAnchors anchors() {
    if (trust == null) {
      return TrustAnchors.NONE;
    }
    try {
      return TrustAnchors.fromPem(trust);
    } catch (EvidenceFailure unreadable) {
      throw CommandStopped.usage(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Optional<String> missing(Path file) {
    try {
      return BundledVerdicts.of(file).incomplete();
    } catch (EvidenceFailure | IOException notARun) {
      return Optional.of(String.valueOf(notARun.getMessage()));
    }
  }

  private static Optional<Replay.Outcome> replay(Path file, List<String> problems)
      throws IOException {
    try {
      Replay.Outcome outcome = Replay.of(file);
      outcome.differences().forEach(one -> problems.add("replay: " + one));
      return Optional.of(outcome);
    } catch (EvidenceFailure failure) {
      problems.add("replay: " + failure.getMessage());
      return Optional.empty();
    }
  }

  private void print(
      Path file, BundleReport report, List<String> problems, Optional<Replay.Outcome> again) {
    PrintWriter out = terminal.out();
    out.println(file);
    if (report.intact()) {
      out.println(
          "  whole      nothing was changed, added or taken away: "
              + report.files().size()
              + " files");
    }
    if (report.signature() instanceof SignatureState.Valid valid) {
      out.println(
          "  signed by  "
              + valid.signatory().subject()
              + (valid.signatory().selfSigned()
                  ? " (self-signed: nobody else vouches for that name)"
                  : ", issued by " + valid.signatory().issuer()));
      out.println("             certificate SHA-256 " + valid.signatory().fingerprint());
    }
    switch (report.time()) {
      case TimeState.Stamped stamped ->
          out.println("  signed at  " + stamped.time() + ", says " + stamped.authority().subject());
      case TimeState.Untimestamped _ ->
          out.println(
              "  signed at  untimestamped: "
                  + report.signedAt().map(Object::toString).orElse("an unknown time")
                  + " is only what the signer's clock said");
      default -> out.println("  signed at  not proved");
    }
    again.ifPresent(
        outcome ->
            out.println(
                outcome.same()
                    ? "  replay     "
                        + outcome.result().counts().executed()
                        + " cases judged again from their captures: every verdict and figure the"
                        + " same, octet by octet"
                    : "  replay     the captures do not give the verdicts of the bundle"));
    if (!problems.isEmpty()) {
      out.println("  NOT VALID");
      problems.forEach(problem -> out.println("    " + problem));
    }
    out.flush();
  }

  private void printJson(
      Path file, BundleReport report, List<String> problems, Optional<Replay.Outcome> again) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("bundle", file.toString());
    root.put("valid", problems.isEmpty());
    root.put("intact", report.intact());
    root.put("files", report.files().size());
    if (report.signature() instanceof SignatureState.Valid valid) {
      root.putObject("signer")
          .put("subject", valid.signatory().subject())
          .put("issuer", valid.signatory().issuer())
          .put("selfSigned", valid.signatory().selfSigned())
          .put("certificateSha256", valid.signatory().fingerprint());
    }
    if (report.time() instanceof TimeState.Stamped stamped) {
      root.put("timeStamp", stamped.time().toString());
    } else {
      root.putNull("timeStamp");
    }
    again.ifPresent(outcome -> root.put("replaySame", outcome.same()));
    ArrayNode list = root.putArray("problems");
    problems.forEach(list::add);
    terminal.out().println(mapper.writeValueAsString(root));
    terminal.out().flush();
  }
}
