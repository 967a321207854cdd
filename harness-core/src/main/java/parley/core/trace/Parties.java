package parley.core.trace;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which addresses are one party. A host is one, with all its ports, unless it talks to
 * itself (a test on loopback, several programs on one machine): then each address is one, but those
 * that the caller knows to belong together.
 */
public final class Parties {
  private final Map<InetSocketAddress, InetSocketAddress> leaders = new HashMap<>();

  /** Parties of messages about which nothing more is known than their addresses. */
  public static List<Party> of(Collection<TracedMessage> messages) {
    return new Parties().among(messages);
  }

  /** Says that both addresses are one program: its connection's port and the one it listens at. */
  public void join(InetSocketAddress one, InetSocketAddress other) {
    InetSocketAddress first = leader(one);
    InetSocketAddress second = leader(other);
    if (!first.equals(second)) {
      leaders.put(second, first);
    }
  }

  /** In the order in which they first send or receive. */
  public List<Party> among(Collection<TracedMessage> messages) {
    Set<InetSocketAddress> addresses = new LinkedHashSet<>();
    for (TracedMessage message : messages) {
      addresses.add(message.carriage().from());
      addresses.add(message.carriage().to());
    }
    Set<String> apart = new HashSet<>();
    for (TracedMessage message : messages) {
      String host = host(message.carriage().from());
      if (host.equals(host(message.carriage().to()))) {
        apart.add(host);
      }
    }
    Map<Object, List<InetSocketAddress>> groups = new LinkedHashMap<>();
    for (InetSocketAddress address : addresses) {
      Object key = apart.contains(host(address)) ? leader(address) : host(address);
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(address);
    }
    return groups.entrySet().stream()
        .map(group -> party(group.getKey(), group.getValue()))
        .toList();
  }

  /** Where several belong together, the one that was told of first speaks for them. */
  private static Party party(Object key, List<InetSocketAddress> addresses) {
    String label =
        key instanceof InetSocketAddress leader ? text(leader) : host(addresses.getFirst());
    return new Party(label, Set.copyOf(addresses));
  }

  private InetSocketAddress leader(InetSocketAddress address) {
    InetSocketAddress at = address;
    for (InetSocketAddress up = leaders.get(at); up != null; up = leaders.get(at)) {
      at = up;
    }
    return at;
  }

  /** The address without a port, IPv6 in its short form (RFC 5952) and without a zone. */
  public static String host(InetSocketAddress address) {
    String host =
        Optional.ofNullable(address.getAddress())
            .map(InetAddress::getHostAddress)
            .orElseGet(address::getHostString)
            .replaceFirst("%.*", "");
    return address.getAddress() instanceof Inet6Address ? shortened(host) : host;
  }

  /** With the longest run of zeros left out, the first where there are several, if it has two. */
  private static String shortened(String host) {
    String[] fields = host.split(":");
    int from = 0;
    int longest = 0;
    for (int i = 0, run = 0; i < fields.length; i++) {
      run = fields[i].equals("0") ? run + 1 : 0;
      if (run > longest) {
        longest = run;
        from = i - run + 1;
      }
    }
    if (longest < 2) {
      return host;
    }
    List<String> all = List.of(fields);
    return String.join(":", all.subList(0, from))
        + "::"
        + String.join(":", all.subList(from + longest, all.size()));
  }

  /** Address and port; IPv6 in brackets. */
  public static String text(InetSocketAddress address) {
    String host = host(address);
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
