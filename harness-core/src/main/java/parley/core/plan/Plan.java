package parley.core.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.core.judge.Severities;
import parley.profiles.Loaded;

/**
 * All that a run is told from outside: who is tested, over which network, with which cases, limits
 * and severities. Immutable and free of anything that must be looked up, so that a judge may hold
 * it: names of files stay text as written, passwords stay where they are (see {@link
 * PasswordSource}).
 *
 * @param candidate the endpoint under test
 * @param peer what the harness plays towards it
 * @param network where the harness listens
 * @param suite which cases run
 * @param media what is offered and sent
 * @param thresholds limits of time and count
 * @param severity what each check's violation means
 * @param signing how the bundle is signed and time-stamped
 * @param output folder for bundles, as written; relative to the working directory
 */
public record Plan(
    Candidate candidate,
    Peer peer,
    Network network,
    CaseSelection suite,
    Media media,
    Thresholds thresholds,
    Severities severity,
    Signing signing,
    String output) {

  /**
   * The default plan, under the user's file, under what the command line says: the later wins key
   * by key, and a list is replaced as a whole.
   */
  public static Loaded<Plan> load(Optional<Path> file, List<PlanOverride> overrides) {
    return PlanLoader.load(file, overrides);
  }

  /** The plan Parley uses where nobody says anything. */
  public static Plan standard() {
    return load(Optional.empty(), List.of()).shipped();
  }

  /**
   * Reads a plan that says everything, as {@link #toYaml} writes it. Nothing is filled in from
   * today's defaults, so that an old bundle keeps its meaning.
   *
   * @param name how problems call it
   */
  public static Loaded<Plan> readEffective(String name, String yaml) {
    return PlanLoader.effective(name, yaml);
  }

  /** This plan as canonical YAML: equal plans give equal text. Holds no password. */
  public String toYaml() {
    return PlanWriter.write(this);
  }

  public Plan withCandidate(Candidate other) {
    return new Plan(other, peer, network, suite, media, thresholds, severity, signing, output);
  }

  public Plan withNetwork(Network other) {
    return new Plan(candidate, peer, other, suite, media, thresholds, severity, signing, output);
  }

  public Plan withSuite(CaseSelection other) {
    return new Plan(candidate, peer, network, other, media, thresholds, severity, signing, output);
  }

  public Plan withSigning(Signing other) {
    return new Plan(candidate, peer, network, suite, media, thresholds, severity, other, output);
  }

  public Plan withOutput(String other) {
    return new Plan(candidate, peer, network, suite, media, thresholds, severity, signing, other);
  }
}
