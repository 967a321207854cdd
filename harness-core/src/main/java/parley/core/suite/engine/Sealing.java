package parley.core.suite.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import parley.core.evidence.BundleWriter;
import parley.core.evidence.EvidenceFailure;
import parley.core.evidence.Signer;
import parley.core.evidence.TimeStampAuthority;
import parley.core.evidence.WrittenBundle;
import parley.core.plan.PasswordUnavailable;
import parley.core.plan.Plan;
import parley.core.plan.Signing;
import parley.core.suite.RunLog;
import parley.core.suite.SuiteResult;

/**
 * Turns a finished run's folder into a signed bundle beside it. A time-stamp authority that does
 * not answer leaves the bundle untimestamped, and the first page says so.
 */
public final class Sealing {
  /**
   * A sealed run.
   *
   * @param trouble why the bundle is not time-stamped although the plan asks for it
   */
  public record Sealed(WrittenBundle bundle, Optional<String> trouble) {}

  private final Path configFolder;

  /**
   * @param configFolder where this user's own key is kept or made
   */
  public Sealing(Path configFolder) {
    this.configFolder = configFolder;
  }

  /**
   * The folder for a user's own key: the property {@code parley.config}, the variable {@code
   * PARLEY_CONFIG}, or what the system says.
   */
  public static Path usersConfigFolder() {
    String own = System.getProperty("parley.config", System.getenv("PARLEY_CONFIG"));
    String xdg = System.getenv("XDG_CONFIG_HOME");
    String windows = System.getenv("APPDATA");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg, "parley");
    }
    return windows != null && !windows.isBlank()
        ? Path.of(windows, "Parley")
        : Path.of(System.getProperty("user.home"), ".config", "parley");
  }

  /** Whoever signs by this plan; fails early, so that a run is not made in vain. */
  public Signer signer(Plan plan) throws EvidenceFailure {
    Signing signing = plan.signing();
    if (signing.key().isEmpty()) {
      return Signer.ownKey(configFolder);
    }
    try {
      String password =
          signing.passwordFrom().isPresent() ? signing.passwordFrom().get().read() : "";
      return Signer.fromPkcs12(Path.of(signing.key().get()), password);
    } catch (PasswordUnavailable absent) {
      throw new EvidenceFailure("the password of the signing key: " + absent.getMessage(), absent);
    }
  }

  /** Writes the report and seals the folder as {@code <folder>.asice}. */
  public Sealed seal(RunFolder run, SuiteResult result, RunLog log, Plan plan)
      throws EvidenceFailure, IOException {
    Signer signer = signer(plan);
    Path bundle = bundleOf(run.folder());
    Optional<String> url = plan.signing().timeStampUrl();
    if (url.isPresent()) {
      run.writeReport(
          result, log, plan, signed(signer) + "; time stamp (RFC 3161) by " + url.get());
      try {
        TimeStampAuthority authority = TimeStampAuthority.at(URI.create(url.get()));
        return new Sealed(
            BundleWriter.signedBy(signer).stampedBy(authority).write(run.folder(), bundle),
            Optional.empty());
      } catch (EvidenceFailure | IllegalArgumentException refused) {
        return new Sealed(untimestamped(run, result, log, plan, signer), message(refused));
      }
    }
    return new Sealed(untimestamped(run, result, log, plan, signer), Optional.empty());
  }

  /** Where the bundle of a run's folder is written. */
  public static Path bundleOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".asice");
  }

  private static WrittenBundle untimestamped(
      RunFolder run, SuiteResult result, RunLog log, Plan plan, Signer signer)
      throws EvidenceFailure, IOException {
    run.writeReport(
        result,
        log,
        plan,
        signed(signer) + "; untimestamped: no authority vouches for when this was signed");
    return BundleWriter.signedBy(signer).write(run.folder(), bundleOf(run.folder()));
  }

  private static Optional<String> message(Exception refused) {
    return Optional.of(Optional.ofNullable(refused.getMessage()).orElse("it did not answer"));
  }

  private static String signed(Signer signer) {
    return "signed by "
        + signer.signatory().subject()
        + (signer.selfSigned() ? " (self-signed: nobody else vouches for that name)" : "");
  }
}
