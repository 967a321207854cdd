package parley.core.suite.engine;

import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import parley.core.call.Target;
import parley.core.plan.Plan;

/**
 * What the command line says beside the plan, carried as configuration parameters.
 *
 * @param target {@value #TARGET}: whom to call
 * @param output {@value #OUTPUT}: folder for the results
 */
public record Settings(Optional<Target> target, Optional<String> output) {
  public static final String TARGET = "parley.target";
  public static final String OUTPUT = "parley.output";

  Plan applyTo(Plan plan) {
    return target.map(whom -> plan.withCandidate(plan.candidate().withTarget(whom))).orElse(plan);
  }

  static Settings from(ConfigurationParameters parameters) {
    return new Settings(parameters.get(TARGET).map(Target::parse), parameters.get(OUTPUT));
  }
}
