package parley.h323.fecc;

import java.time.Duration;
import parley.core.wire.Octets;

/** A message of H.281. */
public sealed interface CameraMessage {
  int START = 0x01;
  int CONTINUE = 0x02;
  int STOP = 0x03;
  int SELECT_SOURCE = 0x04;
  int SOURCE_SWITCHED = 0x05;
  int STORE_PRESET = 0x07;
  int ACTIVATE_PRESET = 0x08;

  /**
   * Begins a motion.
   *
   * @param timeout after which it stops by itself, 50 ms to 800 ms in steps of 50 ms; without a
   *     {@link Continue} in that time a camera must not go on (a lost Stop would never end it)
   */
  record Start(CameraMotion motion, Duration timeout) implements CameraMessage {
    static final long STEP_MILLIS = 50;
    static final int STEPS = 16;

    /** The longest, which all receivers keep to. */
    public static final Duration USUAL_TIMEOUT = Duration.ofMillis(STEPS * STEP_MILLIS);

    /** Four bits of steps, of which zero stands for the longest. */
    static Duration timeoutOf(int steps) {
      return Duration.ofMillis((steps == 0 ? STEPS : steps) * STEP_MILLIS);
    }

    public Start {
      long millis = timeout.toMillis();
      if (millis < STEP_MILLIS || millis > STEPS * STEP_MILLIS || millis % STEP_MILLIS != 0) {
        throw new IllegalArgumentException("a timeout of 50 to 800 ms in steps of 50: " + timeout);
      }
    }
  }

  /** Keeps it going. */
  record Continue(CameraMotion motion) implements CameraMessage {}

  record Stop(CameraMotion motion) implements CameraMessage {}

  /**
   * Asks for another source.
   *
   * @param source 0 is the one shown now, 1 the main camera, 2 an auxiliary one, 3 a document
   *     camera, 4 an auxiliary document camera, 5 a player, 6 to 15 the maker's own
   * @param mode bits of the kind of picture: 0 is motion video, 2 and 3 still pictures
   */
  record SelectSource(int source, int mode) implements CameraMessage {
    public SelectSource {
      requireNibble(source);
      requireMode(mode);
    }
  }

  /** Tells that another source is shown. */
  record SourceSwitched(int source, int mode) implements CameraMessage {
    public SourceSwitched {
      requireNibble(source);
      requireMode(mode);
    }
  }

  /**
   * @param preset 0 to 15
   */
  record StorePreset(int preset) implements CameraMessage {
    public StorePreset {
      requireNibble(preset);
    }
  }

  /**
   * @param preset 0 to 15
   */
  record ActivatePreset(int preset) implements CameraMessage {
    public ActivatePreset {
      requireNibble(preset);
    }
  }

  /** Anything else, or malformed. */
  record Other(Octets octets, String problem) implements CameraMessage {}

  /** Reads the data of a frame for {@link ClientId.Standard#CAMERA}. */
  static CameraMessage read(Octets data) {
    if (data.length() < 2) {
      return new Other(data, "shorter than two octets");
    }
    int octet = data.u8(1);
    return switch (data.u8(0)) {
      case START ->
          data.length() < 3
              ? new Other(data, "a start without its timeout")
              : new Start(CameraMotion.ofBits(octet), Start.timeoutOf(data.u8(2) & 0x0f));
      case CONTINUE -> new Continue(CameraMotion.ofBits(octet));
      case STOP -> new Stop(CameraMotion.ofBits(octet));
      case SELECT_SOURCE -> new SelectSource(octet >> 4, octet & 3);
      case SOURCE_SWITCHED -> new SourceSwitched(octet >> 4, octet & 3);
      case STORE_PRESET -> new StorePreset(octet >> 4);
      case ACTIVATE_PRESET -> new ActivatePreset(octet >> 4);
      default -> new Other(data, "unknown message " + data.u8(0));
    };
  }

  /** The data of a frame for {@link ClientId.Standard#CAMERA}. */
  default Octets encode() {
    return switch (this) {
      case Start(CameraMotion motion, Duration timeout) ->
          octets(
              START, motion.bits(), (int) (timeout.toMillis() / Start.STEP_MILLIS) % Start.STEPS);
      case Continue(CameraMotion motion) -> octets(CONTINUE, motion.bits());
      case Stop(CameraMotion motion) -> octets(STOP, motion.bits());
      case SelectSource(int source, int mode) -> octets(SELECT_SOURCE, source << 4 | mode);
      case SourceSwitched(int source, int mode) -> octets(SOURCE_SWITCHED, source << 4 | mode);
      case StorePreset(int preset) -> octets(STORE_PRESET, preset << 4);
      case ActivatePreset(int preset) -> octets(ACTIVATE_PRESET, preset << 4);
      case Other(Octets octets, String _) -> octets;
    };
  }

  /** The frame that carries it. */
  default H224Frame frame() {
    return H224Frame.whole(true, ClientId.Standard.CAMERA, encode());
  }

  private static Octets octets(int... values) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = (byte) values[i];
    }
    return Octets.of(out);
  }

  private static void requireNibble(int value) {
    if (value >>> 4 != 0) {
      throw new IllegalArgumentException("a number from 0 to 15: " + value);
    }
  }

  private static void requireMode(int value) {
    if (value >>> 2 != 0) {
      throw new IllegalArgumentException("a mode from 0 to 3: " + value);
    }
  }
}
