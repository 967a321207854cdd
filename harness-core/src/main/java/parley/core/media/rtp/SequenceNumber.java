package parley.core.media.rtp;

/** A sequence number of 16 bits that wraps (RFC 3550 section 5.1 and appendix A.1). */
public record SequenceNumber(int value) {
  public SequenceNumber {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException("a sequence number has 16 bits: " + value);
    }
  }

  public SequenceNumber next() {
    return plus(1);
  }

  public SequenceNumber plus(int steps) {
    return new SequenceNumber((value + steps) & 0xffff);
  }

  /**
   * Steps from {@code earlier} to this one by the shorter way round, −32768 to 32767; negative when
   * this one is the older.
   */
  public int since(SequenceNumber earlier) {
    return (short) (value - earlier.value);
  }

  public boolean isNewerThan(SequenceNumber other) {
    return since(other) > 0;
  }
}
