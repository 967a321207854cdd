package parley.h323.ras.password;

/** What a message proves about a password. */
public enum TokenCheck {
  /** It has no token of a kind that is known here. */
  ABSENT,
  RIGHT,
  /** There is a token and it was not made with this password, or the message was changed. */
  WRONG
}
