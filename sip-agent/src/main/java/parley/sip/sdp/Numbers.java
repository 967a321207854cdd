package parley.sip.sdp;

/** Decimal numbers as they stand in session descriptions. */
final class Numbers {
  private Numbers() {}

  /** The number, or -1 where the text is none or it is greater than {@code limit}. */
  static int read(String text, int limit) {
    String digits = text.trim();
    if (digits.isEmpty() || digits.length() > 10) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number > limit ? -1 : (int) number;
  }
}
