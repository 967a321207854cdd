package parley.h323.per;

/**
 * An effective size constraint (X.691 10.3.21).
 *
 * @param lower least number of units
 * @param upper greatest number; {@link #UNBOUNDED} where none is given
 */
public record Size(int lower, int upper) {
  public static final int UNBOUNDED = Integer.MAX_VALUE;
  public static final Size ANY = new Size(0, UNBOUNDED);

  /** Bounds from 65,536 on play no part in the encoding of a length (X.691 11.9.4.1). */
  private static final int LARGEST_BOUND = 65_536;

  public Size {
    if (lower < 0 || upper < lower) {
      throw new IllegalArgumentException("size " + lower + ".." + upper);
    }
  }

  /** Is the length a constrained whole number, rather than a general length? */
  boolean constrained() {
    return upper < LARGEST_BOUND;
  }

  boolean fixed() {
    return lower == upper && constrained();
  }

  public boolean allows(int count) {
    return count >= lower && count <= upper;
  }

  @Override
  public String toString() {
    return lower == upper ? "" + lower : lower + ".." + (upper == UNBOUNDED ? "MAX" : "" + upper);
  }
}
