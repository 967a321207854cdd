package parley.sip.cases;

import java.util.List;
import parley.core.suite.TestCase;

/** The cases only SIP has. */
public final class SipCases {
  public static List<TestCase> all() {
    return List.of(
        new EarlyOffer(),
        new LateOffer(),
        new OptionsAnswered(),
        new RequiredReliability(),
        new SessionTimerKept(),
        new RefusedLineKept());
  }

  private SipCases() {}
}
