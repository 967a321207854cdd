package parley.sip.trace;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.sip.message.SipMessage;

/**
 * Where the sender of a request listens, by its topmost Via (RFC 3261 §20.42): behind a connection
 * from a port of the moment it is still the same program.
 */
final class SentBy {
  private static final Pattern VIA =
      Pattern.compile(
          "SIP\\s*/\\s*2\\.0\\s*/\\s*(\\w+)\\s+(\\[[0-9A-Fa-f:.]+]|[^\\s;:,]+)(?:\\s*:\\s*(\\d{1,5}))?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SentBy() {}

  /** Empty where it is a name or cannot be read. */
  static Optional<InetSocketAddress> of(SipMessage message) {
    Matcher via = VIA.matcher(message.header("via").orElse(""));
    if (!via.matches()) {
      return Optional.empty();
    }
    boolean tls = via.group(1).toUpperCase(Locale.ROOT).equals("TLS");
    int port = via.group(3) == null ? (tls ? 5061 : 5060) : Integer.parseInt(via.group(3));
    String host = via.group(2).replace("[", "").replace("]", "");
    return port > 65_535 ? Optional.empty() : SipFinds.literal(host, port);
  }
}
