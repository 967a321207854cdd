package parley.core.judge;

import java.util.Map;

/** What each check's violation means, by its name; FAIL where nothing is said. */
public record Severities(Map<String, Severity> byCheck) {
  public static final Severities ALL_FAIL = new Severities(Map.of());

  public Severities {
    byCheck = Map.copyOf(byCheck);
  }

  public Severity of(Check<?> check) {
    return byCheck.getOrDefault(check.name(), Severity.FAIL);
  }
}
