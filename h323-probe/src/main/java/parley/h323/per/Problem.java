package parley.h323.per;

/**
 * What is wrong or unusual with an encoding.
 *
 * @param octet where in the message, from 0
 * @param text what was expected and what stands there
 */
public record Problem(Kind kind, int octet, String text) {
  /** How bad it is. */
  public enum Kind {
    /** The octets do not follow the schema; what could be read was kept. */
    MALFORMED,
    /** Readable, but not the octets the rules prescribe; encoding it again gives others. */
    NON_CANONICAL
  }

  @Override
  public String toString() {
    return (kind == Kind.MALFORMED ? "" : "not canonical: ") + text + " (octet " + octet + ")";
  }
}
