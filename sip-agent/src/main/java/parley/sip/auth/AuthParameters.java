package parley.sip.auth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name=value list of a challenge or of credentials (RFC 7616 §3.3, §3.4), quotes taken off.
 *
 * @param scheme "Digest" as written; empty where the header has none
 * @param values by lower-case name in the order written
 */
public record AuthParameters(String scheme, Map<String, String> values) {
  private static final int MAX_PARAMETERS = 64;

  public AuthParameters {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public boolean isDigest() {
    return scheme.equalsIgnoreCase("Digest");
  }

  /** Reads a header value; what does not have the form is left out. */
  public static AuthParameters read(String header) {
    String text = header.trim();
    int space = 0;
    while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
      space++;
    }
    Map<String, String> values = new LinkedHashMap<>();
    int at = space;
    while (at < text.length() && values.size() < MAX_PARAMETERS) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at, equals).replace(',', ' ').trim().toLowerCase(Locale.ROOT);
      at = equals + 1;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      StringBuilder value = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
          if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
          }
          value.append(text.charAt(at++));
        }
        at++;
      } else {
        while (at < text.length() && text.charAt(at) != ',') {
          value.append(text.charAt(at++));
        }
      }
      if (!name.isEmpty()) {
        values.putIfAbsent(name, value.toString().trim());
      }
    }
    return new AuthParameters(text.substring(0, space), values);
  }
}
