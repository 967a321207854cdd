package parley.h323.control;

import java.util.Optional;

/** Digits and text that a user types (H.245 clause 7.12.6). */
public sealed interface UserInput {
  /** Characters without duration (alphanumeric, basicString). */
  record Text(String characters) implements UserInput {}

  /**
   * One digit (signal).
   *
   * @param digit one of {@code 0123456789#*ABCD}, or {@code !} for hook flash
   * @param milliseconds how long it lasts, 1 to 65535; empty where an update will say
   */
  record Signal(char digit, Optional<Integer> milliseconds) implements UserInput {
    public Signal {
      if ("0123456789#*ABCD!".indexOf(digit) < 0) {
        throw new IllegalArgumentException("'" + digit + "' is no signal");
      }
    }
  }

  /** The digit before lasts longer, or has ended (signalUpdate). */
  record SignalUpdate(int milliseconds) implements UserInput {}
}
