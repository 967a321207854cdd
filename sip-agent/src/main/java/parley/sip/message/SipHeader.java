package parley.sip.message;

import java.util.Locale;
import java.util.Map;

/**
 * One header field.
 *
 * @param written its name as written
 * @param value unfolded, without blanks around it
 */
public record SipHeader(String written, String value) {
  /** Compact forms (RFC 3261 §7.3.3 and the registry of header fields). */
  private static final Map<String, String> COMPACT =
      Map.ofEntries(
          Map.entry("v", "via"),
          Map.entry("f", "from"),
          Map.entry("t", "to"),
          Map.entry("i", "call-id"),
          Map.entry("m", "contact"),
          Map.entry("l", "content-length"),
          Map.entry("c", "content-type"),
          Map.entry("e", "content-encoding"),
          Map.entry("s", "subject"),
          Map.entry("k", "supported"),
          Map.entry("x", "session-expires"),
          Map.entry("o", "event"),
          Map.entry("r", "refer-to"),
          Map.entry("b", "referred-by"),
          Map.entry("u", "allow-events"),
          Map.entry("a", "accept-contact"),
          Map.entry("j", "reject-contact"),
          Map.entry("d", "request-disposition"),
          Map.entry("n", "identity-info"),
          Map.entry("y", "identity"));

  /** The long name in lower case. */
  public String name() {
    return longName(written);
  }

  static String longName(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }
}
