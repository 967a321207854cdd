package parley.lab.mutants;

import parley.lab.device.DeviceProtocol;

/** Every case over SIP passes the correct device and fails a broken one. */
class SipCasesCanFailTest extends CasesCanFail {
  SipCasesCanFailTest() {
    super(DeviceProtocol.SIP, Mutants.ALL, Cases.over(DeviceProtocol.SIP));
  }
}
