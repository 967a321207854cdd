package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.h323.h225.AliasAddress;

/**
 * An endpoint that registered.
 *
 * @param identifier what the gatekeeper calls it
 * @param callSignalling where it takes calls
 * @param ras where its datagrams come from, which is where answers find it also behind a NAT
 * @param account whose password it proved, if it had to
 * @param traversal whether it wants to be told of calls and to open the connection itself
 *     (H.460.18)
 * @param expires when its life ends unless it is renewed, in nanoseconds
 */
public record RegisteredEndpoint(
    String identifier,
    List<AliasAddress> aliases,
    InetSocketAddress callSignalling,
    InetSocketAddress ras,
    Optional<Credentials> account,
    boolean traversal,
    long expires) {
  public RegisteredEndpoint {
    aliases = List.copyOf(aliases);
  }

  RegisteredEndpoint until(long end, InetSocketAddress from) {
    return new RegisteredEndpoint(
        identifier, aliases, callSignalling, from, account, traversal, end);
  }
}
