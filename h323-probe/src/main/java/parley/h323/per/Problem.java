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
    /**
     * Readable, but not what the rules prescribe: octets that encoding again would give in another
     * form, or a length outside its constraint.
     */
    NON_CANONICAL
  }

  @Override
  public String toString() {
    return (kind == Kind.MALFORMED ? "" : "not canonical: ") + text + " (octet " + octet + ")";
  }
}
