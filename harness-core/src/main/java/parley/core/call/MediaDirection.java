package parley.core.call;

/** Direction of a media line from the side that describes it (RFC 8866 §6.7). */
public enum MediaDirection {
  SENDRECV(true, true),
  SENDONLY(true, false),
  RECVONLY(false, true),
  INACTIVE(false, false);

  private final boolean sends;
  private final boolean receives;

  MediaDirection(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  public boolean sends() {
    return sends;
  }

  public boolean receives() {
    return receives;
  }

  /** The same line seen from the other side. */
  public MediaDirection reversed() {
    return of(receives, sends);
  }

  /**
   * What is left of this direction when the other side, seen from itself, allows {@code theirs}.
   */
  public MediaDirection limitedBy(MediaDirection theirs) {
    return of(sends && theirs.receives, receives && theirs.sends);
  }

  public static MediaDirection of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }
}
