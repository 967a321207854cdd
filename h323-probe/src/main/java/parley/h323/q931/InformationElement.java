package parley.h323.q931;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * One information element (Q.931 4.5), its content not interpreted.
 *
 * @param identifier the first octet; from 0x80 on the element is that octet alone
 * @param content what follows the length; empty for an element of one octet
 */
public record InformationElement(int identifier, Octets content) {
  public static final int BEARER_CAPABILITY = 0x04;
  public static final int CAUSE = 0x08;
  public static final int CALL_STATE = 0x14;
  public static final int FACILITY = 0x1c;
  public static final int NOTIFICATION_INDICATOR = 0x27;
  public static final int DISPLAY = 0x28;
  public static final int KEYPAD = 0x2c;
  public static final int CALLING_PARTY_NUMBER = 0x6c;
  public static final int CALLED_PARTY_NUMBER = 0x70;
  public static final int USER_USER = 0x7e;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x04, "Bearer capability"),
          Map.entry(0x08, "Cause"),
          Map.entry(0x10, "Call identity"),
          Map.entry(0x14, "Call state"),
          Map.entry(0x18, "Channel identification"),
          Map.entry(0x1c, "Facility"),
          Map.entry(0x1e, "Progress indicator"),
          Map.entry(0x27, "Notification indicator"),
          Map.entry(0x28, "Display"),
          Map.entry(0x29, "Date/time"),
          Map.entry(0x2c, "Keypad facility"),
          Map.entry(0x34, "Signal"),
          Map.entry(0x4c, "Connected number"),
          Map.entry(0x6c, "Calling party number"),
          Map.entry(0x6d, "Calling party subaddress"),
          Map.entry(0x70, "Called party number"),
          Map.entry(0x71, "Called party subaddress"),
          Map.entry(0x74, "Redirecting number"),
          Map.entry(0x7e, "User-user"),
          Map.entry(0xa1, "Sending complete"));

  public InformationElement {
    if (identifier < 0 || identifier > 0xff || (identifier >= 0x80 && !content.isEmpty())) {
      throw new IllegalArgumentException("no information element: " + identifier);
    }
  }

  /** Text of this side, as Display and Keypad facility hold it. */
  public static InformationElement text(int identifier, String text) {
    return new InformationElement(identifier, Octets.ofText(text, StandardCharsets.ISO_8859_1));
  }

  /**
   * The transfer capability of a video call: unrestricted digital information, packet mode, H.221
   * and H.242 as layer 1 (H.225.0 7.2.2.1).
   */
  public static InformationElement videoBearer() {
    return new InformationElement(BEARER_CAPABILITY, Octets.ofHex("88 c0 a5"));
  }

  /** A cause given by the user (Q.850): {@code value} 1 to 127. */
  public static InformationElement cause(int value) {
    return new InformationElement(
        CAUSE, Octets.of(new byte[] {(byte) 0x80, (byte) (0x80 | value)}));
  }

  /** The cause value, 0 to 127; empty where the element is cut off. */
  public Optional<Integer> causeValue() {
    // The location may have an octet of recommendation after it; the value comes last but for
    // diagnostics (Q.850 2.1).
    int at = content.isEmpty() ? 0 : (content.u8(0) & 0x80) != 0 ? 1 : 2;
    return at > 0 && content.length() > at ? Optional.of(content.u8(at) & 0x7f) : Optional.empty();
  }

  /** A text for people, as far as it is ASCII or Latin-1. */
  public String text() {
    String text = content.text(StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** Digits of a party number, without the octets of type and plan. */
  public String digits() {
    int at = 0;
    while (at < content.length() && (content.u8(at) & 0x80) == 0) {
      at++;
    }
    return at + 1 > content.length() ? "" : content.from(at + 1).text(StandardCharsets.ISO_8859_1);
  }

  public String name() {
    return NAMES.getOrDefault(identifier, "element 0x%02x".formatted(identifier));
  }
}
