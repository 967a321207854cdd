package parley.core.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What verification found.
 *
 * @param manifestProblem why the manifest cannot be used, none if it can
 * @param files of the manifest and of the container, by name
 * @param trust of the signer; {@code authorityTrust} of the time stamp authority
 */
public record BundleReport(
    ContainerState container,
    Optional<String> manifestProblem,
    List<FileState> files,
    SignatureState signature,
    TimeState time,
    TrustState trust,
    TrustState authorityTrust) {

  public BundleReport {
    files = List.copyOf(files);
  }

  /** Nothing is missing, added or changed, and the signature and any time stamp hold. */
  public boolean intact() {
    return problems().isEmpty();
  }

  /** Nobody but the signer's own clock says when this was; to be said on page one. */
  public boolean untimestamped() {
    return !(time instanceof TimeState.Stamped);
  }

  /** The time at which the signing certificate must have been valid: stamped, or else claimed. */
  public Optional<Instant> signedAt() {
    return switch (time) {
      case TimeState.Stamped stamped -> Optional.of(stamped.time());
      case TimeState.Untimestamped _, TimeState.Invalid _, TimeState.NotRead _ ->
          signature instanceof SignatureState.Valid valid
              ? Optional.of(valid.claimedTime())
              : Optional.empty();
    };
  }

  /** Whether the certificate was within its dates at {@link #signedAt()}. */
  public boolean certificateValidWhenSigned() {
    return signature instanceof SignatureState.Valid valid
        && signedAt().map(valid.signatory()::validAt).orElse(false);
  }

  /** All that is wrong, in the order container, manifest, files, signature, time, trust. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    switch (container) {
      case ContainerState.Canonical _ -> {}
      case ContainerState.Deviates(Deviation first) ->
          problems.add(
              new Problem(
                  first.entry().orElse("container"),
                  "octet " + first.offset() + " of the bundle: " + first.what()));
      case ContainerState.Unreadable(String why) -> problems.add(new Problem("container", why));
    }
    manifestProblem.ifPresent(why -> problems.add(new Problem(EntryNames.MANIFEST, why)));
    for (FileState file : files) {
      switch (file) {
        case FileState.Same _ -> {}
        case FileState.Changed changed ->
            problems.add(new Problem(changed.name(), "the content is not what was signed"));
        case FileState.Missing(String name) ->
            problems.add(new Problem(name, "the file was signed, but is missing"));
        case FileState.Added(String name) ->
            problems.add(new Problem(name, "the file was added: nobody signed it"));
      }
    }
    if (signature instanceof SignatureState.Invalid(String why)) {
      problems.add(new Problem(EntryNames.SIGNATURE, why));
    }
    if (signature instanceof SignatureState.Valid && !certificateValidWhenSigned()) {
      problems.add(
          new Problem(EntryNames.SIGNATURE, "the certificate was not valid when it signed"));
    }
    if (time instanceof TimeState.Invalid(String why)) {
      problems.add(new Problem(EntryNames.SIGNATURE, "time stamp: " + why));
    }
    if (trust instanceof TrustState.NotTrusted(String why)) {
      problems.add(new Problem(EntryNames.SIGNATURE, "the signer is not trusted: " + why));
    }
    if (authorityTrust instanceof TrustState.NotTrusted(String why)) {
      problems.add(
          new Problem(EntryNames.SIGNATURE, "the time stamp authority is not trusted: " + why));
    }
    return List.copyOf(problems);
  }
}
