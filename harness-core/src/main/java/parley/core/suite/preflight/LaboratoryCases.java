package parley.core.suite.preflight;

import java.util.List;
import parley.core.suite.CaseSource;
import parley.core.suite.TestCase;

/** The laboratory's check of itself. */
public final class LaboratoryCases implements CaseSource {
  @Override
  public List<TestCase> cases() {
    return List.of(new Preflight());
  }
}
