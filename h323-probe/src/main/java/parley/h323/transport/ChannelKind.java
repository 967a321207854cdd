package parley.h323.transport;

/** What a connection carries, with the name under which dissectors know a packet of it. */
public enum ChannelKind {
  SIGNALLING("q931.tpkt"),
  CONTROL("h245");

  private final String dissector;

  ChannelKind(String dissector) {
    this.dissector = dissector;
  }

  public String dissector() {
    return dissector;
  }
}
