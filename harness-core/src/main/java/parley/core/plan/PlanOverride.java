package parley.core.plan;

/**
 * A value that is said outside the plan's file, as on the command line, and wins over it.
 *
 * @param key path of keys: {@code candidate.target}
 * @param value text, or YAML where {@code yaml} is true
 * @param yaml whether the value is read as YAML, so that numbers and lists can be said
 */
public record PlanOverride(String key, String value, boolean yaml) {
  /** The value is text, whatever it looks like. */
  public static PlanOverride text(String key, String value) {
    return new PlanOverride(key, value, false);
  }

  /** The value is YAML: {@code 5060}, {@code [VIDEO-*, CALL-HOLD.1]}. */
  public static PlanOverride yaml(String key, String value) {
    return new PlanOverride(key, value, true);
  }
}
