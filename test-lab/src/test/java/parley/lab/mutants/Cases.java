package parley.lab.mutants;

import java.util.List;
import parley.core.call.Target;
import parley.core.suite.Catalogue;
import parley.core.suite.TestCase;

/** The cases that stand in the catalogue. */
final class Cases {
  /** Every device case over SIP. */
  static List<TestCase> overSip() {
    Catalogue catalogue = Catalogue.load();
    return catalogue.cases(catalogue.protocol(Target.parse("sip:room@127.0.0.1")).orElseThrow());
  }

  private Cases() {}
}
