package parley.sip.sdp;

/** One line of a session description: its type letter and all after the equals sign. */
public record SdpLine(char type, String value) {
  public static SdpLine attribute(String name) {
    return new SdpLine('a', name);
  }

  public static SdpLine attribute(String name, String value) {
    return new SdpLine('a', name + ":" + value);
  }

  /** True for the line {@code a=name} or {@code a=name:…}. */
  public boolean isAttribute(String name) {
    return type == 'a' && (value.equals(name) || value.startsWith(name + ":"));
  }

  /** What stands after the colon of an attribute; empty where there is none. */
  public String attributeValue() {
    int colon = value.indexOf(':');
    return colon < 0 ? "" : value.substring(colon + 1);
  }

  @Override
  public String toString() {
    return type + "=" + value;
  }
}
