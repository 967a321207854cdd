package parley.core.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a protocol needs to go live.
 *
 * @param address local address to bind
 * @param port base port; 0 lets the system choose
 * @param name how this side calls itself
 * @param product how this side names its product (User-Agent, vendor identifier)
 * @param credentials what to answer when the other side asks who we are
 * @param accounts devices that may register with this side, with their passwords
 * @param keyStore PKCS#12 for TLS; one is made for the session where none is given
 * @param tap sees every message
 */
public record SignallingSetup(
    InetAddress address,
    int port,
    String name,
    String product,
    Optional<Credentials> credentials,
    List<Credentials> accounts,
    Optional<KeyMaterial> keyStore,
    SignallingTap tap) {
  public SignallingSetup {
    accounts = List.copyOf(accounts);
  }
}
