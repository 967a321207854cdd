package parley.core.tls;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Who was on the other end of a TLS connection. In a lab any certificate is accepted; this says
 * which.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipher the suite by its standard name
 * @param subject distinguished name of the peer's certificate; empty where it showed none
 */
public record TlsPeer(
    InetSocketAddress address, String protocol, String cipher, Optional<String> subject) {}
