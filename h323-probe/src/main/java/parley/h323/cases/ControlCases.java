package parley.h323.cases;

import java.util.List;
import parley.core.suite.TestCase;

/** Cases about H.245. */
public final class ControlCases {
  public static List<TestCase> all() {
    return List.of();
  }

  private ControlCases() {}
}
