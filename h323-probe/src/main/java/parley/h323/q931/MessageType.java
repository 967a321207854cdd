package parley.h323.q931;

import java.util.Map;

/**
 * The type of a message (Q.931 4.4).
 *
 * @param code 0 to 255; one that has no name here is kept
 */
public record MessageType(int code) {
  public static final MessageType ALERTING = new MessageType(0x01);
  public static final MessageType CALL_PROCEEDING = new MessageType(0x02);
  public static final MessageType PROGRESS = new MessageType(0x03);
  public static final MessageType SETUP = new MessageType(0x05);
  public static final MessageType CONNECT = new MessageType(0x07);
  public static final MessageType SETUP_ACKNOWLEDGE = new MessageType(0x0d);
  public static final MessageType RELEASE_COMPLETE = new MessageType(0x5a);
  public static final MessageType FACILITY = new MessageType(0x62);
  public static final MessageType NOTIFY = new MessageType(0x6e);
  public static final MessageType STATUS_ENQUIRY = new MessageType(0x75);
  public static final MessageType INFORMATION = new MessageType(0x7b);
  public static final MessageType STATUS = new MessageType(0x7d);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x01, "Alerting"),
          Map.entry(0x02, "Call Proceeding"),
          Map.entry(0x03, "Progress"),
          Map.entry(0x05, "Setup"),
          Map.entry(0x07, "Connect"),
          Map.entry(0x0d, "Setup Acknowledge"),
          Map.entry(0x0f, "Connect Acknowledge"),
          Map.entry(0x45, "Disconnect"),
          Map.entry(0x4d, "Release"),
          Map.entry(0x5a, "Release Complete"),
          Map.entry(0x62, "Facility"),
          Map.entry(0x6e, "Notify"),
          Map.entry(0x75, "Status Inquiry"),
          Map.entry(0x79, "Congestion Control"),
          Map.entry(0x7b, "Information"),
          Map.entry(0x7d, "Status"));

  public boolean known() {
    return NAMES.containsKey(code);
  }

  /** The name in H.225.0 7.1, or the number of one without a name. */
  @Override
  public String toString() {
    return NAMES.getOrDefault(code, "message 0x%02x".formatted(code));
  }
}
