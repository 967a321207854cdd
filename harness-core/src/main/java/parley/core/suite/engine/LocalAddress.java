package parley.core.suite.engine;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import parley.core.call.Target;

/** The address the harness is reached at by a candidate: the one its packets leave from. */
public final class LocalAddress {
  private static final int DISCARD = 9;

  /** Asks the routing table; no packet is sent. */
  public static InetAddress towards(Target target) throws UnknownHostException {
    String host = target.host();
    InetAddress there;
    try {
      there = InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      UnknownHostException clear =
          new UnknownHostException("the host '" + host + "' of " + target + " is not known");
      clear.initCause(unknown);
      throw clear;
    }
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(new InetSocketAddress(there, DISCARD));
      return probe.getLocalAddress();
    } catch (IOException | java.io.UncheckedIOException unreachable) {
      UnknownHostException clear =
          new UnknownHostException(
              "no route to '" + host + "' of " + target + ": " + unreachable.getMessage());
      clear.initCause(unreachable);
      throw clear;
    }
  }

  private LocalAddress() {}
}
