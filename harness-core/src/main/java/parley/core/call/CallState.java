package parley.core.call;

/** Where a call stands. */
public enum CallState {
  CALLING,
  PROGRESSING,
  CONNECTED,
  RELEASED
}
