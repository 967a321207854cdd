package parley.h323.fecc;

/** Which way a camera moves, all at once: two bits each of one octet (H.281). */
public record CameraMotion(Pan pan, Tilt tilt, Zoom zoom, Focus focus) {
  public static final CameraMotion NONE =
      new CameraMotion(Pan.NONE, Tilt.NONE, Zoom.NONE, Focus.NONE);

  // The order of each is that of its two bits: none, undefined, and the two ways.

  /** Sideways, as the camera sees it. */
  public enum Pan {
    NONE,
    UNDEFINED,
    LEFT,
    RIGHT
  }

  /** Up and down. */
  public enum Tilt {
    NONE,
    UNDEFINED,
    DOWN,
    UP
  }

  /** Out shows more. */
  public enum Zoom {
    NONE,
    UNDEFINED,
    OUT,
    IN
  }

  /** In is nearer. */
  public enum Focus {
    NONE,
    UNDEFINED,
    OUT,
    IN
  }

  public static CameraMotion of(Pan pan) {
    return new CameraMotion(pan, Tilt.NONE, Zoom.NONE, Focus.NONE);
  }

  public static CameraMotion of(Tilt tilt) {
    return new CameraMotion(Pan.NONE, tilt, Zoom.NONE, Focus.NONE);
  }

  public static CameraMotion of(Zoom zoom) {
    return new CameraMotion(Pan.NONE, Tilt.NONE, zoom, Focus.NONE);
  }

  public static CameraMotion of(Focus focus) {
    return new CameraMotion(Pan.NONE, Tilt.NONE, Zoom.NONE, focus);
  }

  static CameraMotion ofBits(int octet) {
    return new CameraMotion(
        Pan.values()[octet >> 6 & 3],
        Tilt.values()[octet >> 4 & 3],
        Zoom.values()[octet >> 2 & 3],
        Focus.values()[octet & 3]);
  }

  @SuppressWarnings("EnumOrdinal") // The order is that of the bits, and says so.
  int bits() {
    return pan.ordinal() << 6 | tilt.ordinal() << 4 | zoom.ordinal() << 2 | focus.ordinal();
  }
}
