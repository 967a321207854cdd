package parley.core.record;

/** Which way a packet went, from the harness. */
public enum Heading {
  SENT,
  RECEIVED;

  public Heading opposite() {
    return this == SENT ? RECEIVED : SENT;
  }
}
