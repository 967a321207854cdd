package parley.core.plan;

import java.util.Optional;
import parley.profiles.Codec;
import parley.profiles.CodecRegister;
import parley.profiles.Confidence;

/**
 * How ARES is written in an offer. No public document says it, so the value stands with its
 * confidence: {@code UNKNOWN} is the register's expectation and an assumption.
 *
 * @param encodingName RTP encoding name
 * @param clockRate RTP clock in Hz
 * @param confidence where the value comes from
 */
public record AresName(String encodingName, int clockRate, Confidence confidence) {
  private static final String REGISTERED = "ARES";

  /** What the codec register expects. */
  public static AresName expected() {
    Codec ares = CodecRegister.standard().byName(REGISTERED).orElseThrow();
    return new AresName(
        ares.sdpName(),
        ares.clock().value().orElseThrow(),
        ares.sdpNames().confidence().weaker(ares.clock().confidence()));
  }

  /** Reads {@code ARES/48000}; empty where it is no name and clock. */
  static Optional<AresName> parse(String text, Confidence confidence) {
    int slash = text.lastIndexOf('/');
    if (slash <= 0 || !text.substring(slash + 1).matches("[1-9]\\d{2,6}")) {
      return Optional.empty();
    }
    return Optional.of(
        new AresName(
            text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)), confidence));
  }

  public boolean assumed() {
    return confidence == Confidence.UNKNOWN;
  }

  /** As plans write it: {@code ARES/48000}. */
  public String text() {
    return encodingName + "/" + clockRate;
  }
}
