package parley.h323.capability;

import parley.core.call.Format;
import parley.core.wire.Octets;
import parley.h323.h245.NonStandardParameter;

/**
 * A codec signalled as a non-standard capability: by who defined it and octets of theirs.
 *
 * @param codec RTP encoding name, such as {@code ARES}
 * @param clockRate RTP clock in Hz
 * @param manufacturer who defined it
 * @param data what stands in the capability
 * @param match how much of it tells the codec
 */
public record NonStandardCodec(
    String codec, int clockRate, Manufacturer manufacturer, Octets data, Match match) {

  /** How a received capability is compared. */
  public enum Match {
    /** The same octets. */
    WHOLE,
    /** Octets that begin with these. */
    PREFIX,
    /** Octets that contain these anywhere: names written in text. */
    CONTAINS
  }

  /** A codec of which a plan or a capture gives codes and octets. */
  public static NonStandardCodec of(
      String codec, int clockRate, Manufacturer manufacturer, Octets data) {
    return new NonStandardCodec(codec, clockRate, manufacturer, data, Match.WHOLE);
  }

  public boolean matches(NonStandardParameter parameter) {
    if (!Manufacturer.of(parameter.nonStandardIdentifier())
        .filter(manufacturer::equals)
        .isPresent()) {
      return false;
    }
    Octets found = parameter.data();
    return switch (match) {
      case WHOLE -> found.equals(data);
      case PREFIX -> found.length() >= data.length() && found.slice(0, data.length()).equals(data);
      case CONTAINS -> contains(found);
    };
  }

  private boolean contains(Octets found) {
    for (int i = 0; i + data.length() <= found.length(); i++) {
      if (found.slice(i, data.length()).equals(data)) {
        return true;
      }
    }
    return false;
  }

  public NonStandardParameter parameter() {
    return NonStandardParameter.with()
        .nonStandardIdentifier(manufacturer.identifier())
        .data(data)
        .build();
  }

  public Format format(int payloadType) {
    return new Format(payloadType, codec, clockRate);
  }
}
