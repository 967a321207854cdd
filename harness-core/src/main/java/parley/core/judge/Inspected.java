package parley.core.judge;

/** How much a check looked at. */
public record Inspected(long messages, long packets, long frames) {
  public static final Inspected NOTHING = new Inspected(0, 0, 0);

  public static Inspected messages(long count) {
    return new Inspected(count, 0, 0);
  }

  public static Inspected packets(long count) {
    return new Inspected(0, count, 0);
  }

  public Inspected plus(Inspected other) {
    return new Inspected(messages + other.messages, packets + other.packets, frames + other.frames);
  }

  public boolean nothing() {
    return messages == 0 && packets == 0 && frames == 0;
  }
}
