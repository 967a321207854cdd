package parley.lab.device;

import java.io.IOException;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.record.LabNote;
import parley.core.record.Transport;
import parley.h323.agent.H323Signalling;
import parley.sip.agent.SipSignalling;

/** What a simulated device speaks. */
public enum DeviceProtocol {
  SIP {
    @Override
    Signalling open(SignallingSetup setup, DeviceFaults faults) throws IOException {
      return SipSignalling.open(setup, faults.sip());
    }

    @Override
    Transport usual() {
      return Transport.UDP;
    }

    @Override
    Target target(String user, LabNote.Listening where) {
      String parameter =
          switch (where.transport()) {
            case UDP -> "";
            case TCP -> ";transport=tcp";
            case TLS -> ";transport=tls";
          };
      return Target.parse("sip:" + user + "@" + where.host() + ":" + where.port() + parameter);
    }

    @Override
    String user(String called) {
      return called.replaceFirst("^[^:]*:", "").replaceFirst("@.*", "");
    }
  },
  H323 {
    @Override
    Signalling open(SignallingSetup setup, DeviceFaults faults) throws IOException {
      return H323Signalling.open(setup, faults.h323());
    }

    @Override
    Transport usual() {
      return Transport.TCP;
    }

    @Override
    Target target(String user, LabNote.Listening where) {
      String parameter = where.transport() == Transport.TLS ? ";transport=tls" : "";
      return Target.parse("h323:" + user + "@" + where.host() + ":" + where.port() + parameter);
    }

    @Override
    String user(String called) {
      return called;
    }
  };

  /** Whether content can be shown over it. */
  boolean showsContent() {
    return this == H323;
  }

  abstract Signalling open(SignallingSetup setup, DeviceFaults faults) throws IOException;

  abstract Transport usual();

  /** How a user of the device is called where it listens. */
  abstract Target target(String user, LabNote.Listening where);

  /** The user in an address that was called. */
  abstract String user(String called);
}
