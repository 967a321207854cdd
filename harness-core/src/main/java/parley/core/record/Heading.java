package parley.core.record;

/** Which way a packet went, from the harness. */
public enum Heading {
  SENT,
  RECEIVED
}
