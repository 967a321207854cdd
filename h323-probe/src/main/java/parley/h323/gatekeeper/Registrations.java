package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.h323.h225.AliasAddress;
import parley.h323.ras.Aliases;

/** Who is registered, found by identifier, by alias and by address. */
final class Registrations {
  private final Map<String, RegisteredEndpoint> byIdentifier = new LinkedHashMap<>();
  private final Map<String, String> byAlias = new HashMap<>();
  private long numbers;

  int size() {
    return byIdentifier.size();
  }

  Collection<RegisteredEndpoint> all() {
    return List.copyOf(byIdentifier.values());
  }

  String newIdentifier(String gatekeeper) {
    return gatekeeper.substring(0, Math.min(gatekeeper.length(), 100)) + "-" + ++numbers;
  }

  void put(RegisteredEndpoint endpoint) {
    remove(endpoint.identifier());
    byIdentifier.put(endpoint.identifier(), endpoint);
    endpoint.aliases().forEach(alias -> byAlias.put(Aliases.text(alias), endpoint.identifier()));
  }

  Optional<RegisteredEndpoint> remove(String identifier) {
    Optional<RegisteredEndpoint> gone = Optional.ofNullable(byIdentifier.remove(identifier));
    gone.ifPresent(
        endpoint ->
            endpoint
                .aliases()
                .forEach(alias -> byAlias.remove(Aliases.text(alias), endpoint.identifier())));
    return gone;
  }

  Optional<RegisteredEndpoint> identified(String identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier));
  }

  /** A name means the same whichever kind of alias carries it: people dial what they see. */
  Optional<RegisteredEndpoint> named(AliasAddress alias) {
    return Optional.ofNullable(byAlias.get(Aliases.text(alias))).map(byIdentifier::get);
  }

  Optional<RegisteredEndpoint> at(InetSocketAddress callSignalling) {
    return byIdentifier.values().stream()
        .filter(endpoint -> endpoint.callSignalling().equals(callSignalling))
        .findFirst();
  }

  List<RegisteredEndpoint> expired(long now) {
    return byIdentifier.values().stream().filter(each -> each.expires() <= now).toList();
  }

  OptionalLong nextExpiry() {
    return byIdentifier.values().stream().mapToLong(RegisteredEndpoint::expires).min();
  }
}
