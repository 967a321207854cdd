package parley.core.call;

/**
 * Whom to call, as the user wrote it: {@code sip:room@192.0.2.7:5060;transport=tcp}, {@code
 * h323:alias@host}.
 *
 * @param scheme protocol by name, lower case: "sip", "sips", "h323"
 * @param address the whole address as written
 */
public record Target(String scheme, String address) {
  public Target {
    if (address.isBlank()) {
      throw new IllegalArgumentException("an empty target");
    }
  }

  /** Reads a target; the part before the first colon is the scheme. */
  public static Target parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException(
          "'" + text + "' has no protocol: write sip:user@host, sips:user@host or h323:alias@host");
    }
    return new Target(text.substring(0, colon).toLowerCase(java.util.Locale.ROOT), text);
  }

  /**
   * The host of the address: what follows the last '@' (or the scheme), without port and
   * parameters; IPv6 in brackets loses them.
   */
  public String host() {
    String rest = address.substring(address.indexOf(':') + 1);
    int at = rest.lastIndexOf('@');
    if (at < 0 && rest.contains("##")) {
      rest = rest.substring(0, rest.indexOf("##"));
    }
    rest = rest.substring(at + 1);
    if (rest.startsWith("[") && rest.indexOf(']') > 0) {
      return rest.substring(1, rest.indexOf(']'));
    }
    int end = 0;
    while (end < rest.length() && ":;?>".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end);
  }

  @Override
  public String toString() {
    return address;
  }
}
