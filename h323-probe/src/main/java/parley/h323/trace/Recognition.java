package parley.h323.trace;

import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Type;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.q931.InformationElement;
import parley.h323.q931.Q931Codec;

/** Tells by content what octets are. */
final class Recognition {
  private static final int DISCRIMINATOR = 8;

  /** Says that a User-user element holds ASN.1 (H.225.0 clause 7.2.2.31). */
  static final int ASN1 = 5;

  /** Shorter RAS than this says nothing that could be told from chance. */
  private static final int LEAST_RAS = 6;

  private static final int LEAST_CONTROL = 2;

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private Recognition() {}

  /** Q.931 as H.225.0 sends it: a reference of two octets, and a User-user element with ASN.1. */
  static boolean isSignalling(Octets octets) {
    if (!looksLikeSignalling(octets)) {
      return false;
    }
    return Q931Codec.decode(octets)
        .message()
        .flatMap(message -> message.element(InformationElement.USER_USER))
        .filter(element -> !element.content().isEmpty() && element.content().u8(0) == ASN1)
        .isPresent();
  }

  private static boolean looksLikeSignalling(Octets octets) {
    return octets.length() >= 5 && octets.u8(0) == DISCRIMINATOR && octets.u8(1) == 2;
  }

  static boolean isControl(Octets octets) {
    return octets.length() >= LEAST_CONTROL
        && isExactly(MultimediaSystemControlMessage.TYPE, octets);
  }

  static boolean isRas(Octets octets) {
    return octets.length() >= LEAST_RAS && isExactly(RasMessage.TYPE, octets);
  }

  /** Another protocol's octets hardly ever make a whole, canonical message that ends with them. */
  private static boolean isExactly(Type type, Octets octets) {
    PerResult result = DECODER.decode(type, octets);
    return result.whole() && result.problems().isEmpty() && result.value() instanceof ChoiceValue;
  }
}
