package parley.sip.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.Target;
import parley.core.record.Transport;

/**
 * A SIP address taken apart (RFC 3261 §19.1).
 *
 * @param port -1 where none is written
 * @param parameters by lower-case name in order
 */
record SipUri(String scheme, String user, String host, int port, Map<String, String> parameters) {

  static SipUri of(Target target) throws CallFailure {
    return parse(target.address());
  }

  static SipUri parse(String text) throws CallFailure {
    String uri = text.trim();
    int open = uri.indexOf('<');
    int close = uri.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      uri = uri.substring(open + 1, close);
    }
    int colon = uri.indexOf(':');
    String scheme = colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("sip") && !scheme.equals("sips")) {
      throw new CallFailure("'" + text + "' is not a SIP address: write sip:user@host");
    }
    String rest = uri.substring(colon + 1);
    int question = rest.indexOf('?');
    rest = question < 0 ? rest : rest.substring(0, question);
    String[] parts = rest.split(";");
    int at = parts[0].lastIndexOf('@');
    String user = at < 0 ? "" : parts[0].substring(0, at);
    String hostPort = parts[0].substring(at + 1);
    int bracket = hostPort.lastIndexOf(']');
    int portColon = hostPort.indexOf(':', Math.max(0, bracket));
    String host = portColon < 0 ? hostPort : hostPort.substring(0, portColon);
    int port = -1;
    if (portColon >= 0) {
      String digits = hostPort.substring(portColon + 1);
      if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > 65535) {
        throw new CallFailure("'" + text + "' has no usable port: '" + digits + "'");
      }
      port = Integer.parseInt(digits);
    }
    if (host.isEmpty()) {
      throw new CallFailure("'" + text + "' names no host");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      parameters.put(
          (equals < 0 ? parts[i] : parts[i].substring(0, equals)).toLowerCase(Locale.ROOT),
          equals < 0 ? "" : parts[i].substring(equals + 1));
    }
    return new SipUri(scheme, user, host, port, parameters);
  }

  Transport transport() {
    if (scheme.equals("sips")) {
      return Transport.TLS;
    }
    return switch (Optional.ofNullable(parameters.get("transport"))
        .orElse("udp")
        .toLowerCase(Locale.ROOT)) {
      case "tcp" -> Transport.TCP;
      case "tls" -> Transport.TLS;
      default -> Transport.UDP;
    };
  }

  /** Looks the host up; a name nobody knows is said so. */
  InetSocketAddress resolve() throws CallFailure {
    try {
      int known = port > 0 ? port : transport() == Transport.TLS ? 5061 : 5060;
      return new InetSocketAddress(
          InetAddress.getByName(host.replace("[", "").replace("]", "")), known);
    } catch (UnknownHostException e) {
      throw new CallFailure("the host '" + host + "' is not known", e);
    }
  }

  /** As it stands in a request line. */
  String text() {
    StringBuilder text = new StringBuilder(scheme).append(':');
    if (!user.isEmpty()) {
      text.append(user).append('@');
    }
    text.append(host);
    if (port > 0) {
      text.append(':').append(port);
    }
    parameters.forEach(
        (name, value) -> text.append(';').append(name).append(value.isEmpty() ? "" : "=" + value));
    return text.toString();
  }

  /** Without parameters: who it is, not how to get there. */
  String identity() {
    return new SipUri(scheme, user, host, port, Map.of()).text();
  }
}
