package parley.lab.mutants;

import java.util.List;
import java.util.stream.Stream;
import parley.lab.device.DeviceProtocol;

/**
 * Every case over H.323 passes the correct device, and those that only H.323 has fail a broken one;
 * that the others can fail is shown over SIP.
 */
class H323CasesCanFailTest extends CasesCanFail {
  H323CasesCanFailTest() {
    super(
        DeviceProtocol.H323,
        Stream.of(
                SignallingMutants.ALL,
                ControlMutants.ALL,
                ProtectionMutants.ALL,
                ContentMutants.ALL)
            .flatMap(List::stream)
            .toList(),
        Cases.onlyOver(DeviceProtocol.H323));
  }
}
