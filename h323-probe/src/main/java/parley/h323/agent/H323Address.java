package parley.h323.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.Target;
import parley.h323.ras.RasSettings;

/**
 * Whom to call, taken apart: {@code h323:alias@host:port}, {@code h323:host##alias}, {@code
 * h323:host}, {@code h323:alias} where a gatekeeper finds it; {@code ;transport=tls} for TLS.
 *
 * @param host name or address; empty where only a gatekeeper knows
 * @param port 1720, or 1300 over TLS, where none is written
 */
record H323Address(Optional<String> host, int port, Optional<String> alias, boolean tls) {
  static final int PORT = 1720;
  static final int TLS_PORT = 1300;

  /** Where a gatekeeper answers RAS: port 1719 where none is written. */
  static InetSocketAddress gatekeeper(Target target) throws CallFailure {
    return of(target, RasSettings.PORT).resolve();
  }

  static H323Address of(Target target) throws CallFailure {
    return of(target, PORT);
  }

  private static H323Address of(Target target, int usual) throws CallFailure {
    String text = target.address().substring(target.address().indexOf(':') + 1);
    String[] parts = text.split(";", -1);
    boolean tls = false;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].toLowerCase(Locale.ROOT);
      tls =
          switch (parameter) {
            case "transport=tls" -> true;
            case "transport=tcp" -> false;
            default ->
                throw new CallFailure(
                    "'" + target + "' has a parameter nobody knows here: " + parts[i]);
          };
    }
    String rest = parts[0];
    int at = rest.lastIndexOf('@');
    int hashes = rest.indexOf("##");
    Optional<String> alias = Optional.empty();
    if (at >= 0) {
      alias = Optional.of(rest.substring(0, at));
      rest = rest.substring(at + 1);
    } else if (hashes >= 0) {
      alias = Optional.of(rest.substring(hashes + 2));
      rest = rest.substring(0, hashes);
    }
    int colon = rest.startsWith("[") ? rest.indexOf("]:") + 1 : rest.lastIndexOf(':');
    int port = tls ? TLS_PORT : usual;
    if (colon > 0) {
      port = port(target, rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    if (rest.startsWith("[") && rest.endsWith("]")) {
      rest = rest.substring(1, rest.length() - 1);
    }
    if (rest.isEmpty() && alias.isEmpty()) {
      throw new CallFailure("'" + target + "' names nobody");
    }
    return new H323Address(
        rest.isEmpty() ? Optional.empty() : Optional.of(rest),
        port,
        alias.filter(each -> !each.isEmpty()),
        tls);
  }

  private static int port(Target target, String text) throws CallFailure {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 0xffff || text.equals("0")) {
      throw new CallFailure("'" + target + "' has no usable port: '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /**
   * The name a gatekeeper knows it by: its alias, else what stands in the place of the host unless
   * that is an address.
   */
  Optional<String> names() {
    return alias.or(() -> host.filter(text -> !text.matches("[0-9.]*\\.[0-9.]*|.*:.*")));
  }

  InetSocketAddress resolve() throws CallFailure {
    String name =
        host.orElseThrow(
            () ->
                new CallFailure(
                    "only a gatekeeper knows where it is, and this side is registered with none"));
    try {
      return new InetSocketAddress(InetAddress.getByName(name), port);
    } catch (UnknownHostException e) {
      throw new CallFailure("no host is called '" + name + "'", e);
    }
  }
}
