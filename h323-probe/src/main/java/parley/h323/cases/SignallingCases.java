package parley.h323.cases;

import java.util.List;
import parley.core.suite.TestCase;

/** Cases about H.225.0 call signalling. */
public final class SignallingCases {
  public static List<TestCase> all() {
    return List.of();
  }

  private SignallingCases() {}
}
