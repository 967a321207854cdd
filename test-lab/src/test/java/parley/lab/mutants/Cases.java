package parley.lab.mutants;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parley.core.call.Target;
import parley.core.suite.CaseId;
import parley.core.suite.Catalogue;
import parley.core.suite.Need;
import parley.core.suite.SignallingProtocol;
import parley.core.suite.TestCase;
import parley.lab.device.DeviceProtocol;

/** The cases that stand in the catalogue. */
final class Cases {
  /** Every device case over that protocol. */
  static List<TestCase> over(DeviceProtocol protocol) {
    return all(protocol);
  }

  private static List<TestCase> all(DeviceProtocol protocol) {
    Catalogue catalogue = Catalogue.load();
    return catalogue.cases(protocol(catalogue, protocol));
  }

  /** The cases that no other protocol has. */
  static List<TestCase> onlyOver(DeviceProtocol protocol) {
    List<String> others =
        Arrays.stream(DeviceProtocol.values())
            .filter(other -> other != protocol)
            .flatMap(other -> all(other).stream())
            .map(each -> each.id().toString())
            .toList();
    return all(protocol).stream().filter(each -> !others.contains(each.id().toString())).toList();
  }

  /** Those, and the ones whose way to pass is another over each protocol. */
  static List<TestCase> ownOver(DeviceProtocol protocol) {
    List<CaseId> only = onlyOver(protocol).stream().map(TestCase::id).toList();
    return over(protocol).stream()
        .filter(each -> only.contains(each.id()) || each.needs().contains(Need.REGISTRATION))
        .toList();
  }

  private static SignallingProtocol protocol(Catalogue catalogue, DeviceProtocol protocol) {
    String scheme = protocol.name().toLowerCase(Locale.ROOT);
    return catalogue.protocol(Target.parse(scheme + ":room@127.0.0.1")).orElseThrow();
  }

  private Cases() {}
}
