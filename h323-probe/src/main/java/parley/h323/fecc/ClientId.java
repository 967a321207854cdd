package parley.h323.fecc;

import java.util.Optional;
import parley.core.wire.Octets;

/** Whom a frame of H.224 is for (H.224). */
public sealed interface ClientId {
  int EXTENDED = 0x7e;
  int NON_STANDARD = 0x7f;

  /**
   * One of the recommendation's own.
   *
   * @param number 0 to 125
   */
  record Standard(int number) implements ClientId {
    /** Client management: which clients there are and what they can. */
    public static final Standard MANAGEMENT = new Standard(0);

    /** H.281. */
    public static final Standard CAMERA = new Standard(1);

    public Standard {
      if (number < 0 || number >= EXTENDED) {
        throw new IllegalArgumentException("a client has a number from 0 to 125: " + number);
      }
    }
  }

  /**
   * @param number 0 to 255
   */
  record Extended(int number) implements ClientId {
    public Extended {
      if (number < 0 || number > 0xff) {
        throw new IllegalArgumentException("an extended client has 8 bits: " + number);
      }
    }
  }

  /**
   * A maker's own.
   *
   * @param identifier five octets: country, its extension, maker (two), client
   */
  record NonStandard(Octets identifier) implements ClientId {
    static final int OCTETS = 5;

    public NonStandard {
      if (identifier.length() != OCTETS) {
        throw new IllegalArgumentException("five octets name a maker's client: " + identifier);
      }
    }
  }

  /** First octet and what follows it, without the bit above. */
  default Octets encode() {
    return switch (this) {
      case Standard(int number) -> Octets.of(new byte[] {(byte) number});
      case Extended(int number) -> Octets.of(new byte[] {EXTENDED, (byte) number});
      case NonStandard(Octets identifier) -> {
        byte[] out = new byte[1 + NonStandard.OCTETS];
        out[0] = NON_STANDARD;
        identifier.copyTo(out, 1);
        yield Octets.of(out);
      }
    };
  }

  /** Reads one from seven bits of the first octet and what follows; empty where that is cut off. */
  static Optional<ClientId> read(Octets octets) {
    if (octets.isEmpty()) {
      return Optional.empty();
    }
    int number = octets.u8(0) & 0x7f;
    return switch (number) {
      case EXTENDED ->
          octets.length() < 2 ? Optional.empty() : Optional.of(new Extended(octets.u8(1)));
      case NON_STANDARD ->
          octets.length() < 1 + NonStandard.OCTETS
              ? Optional.empty()
              : Optional.of(new NonStandard(octets.slice(1, NonStandard.OCTETS)));
      default -> Optional.of(new Standard(number));
    };
  }
}
