package parley.sip.sdp;

import java.util.Optional;

/**
 * {@code a=rtpmap} (RFC 8866 §6.6): what a payload type means.
 *
 * @param clockRate Hz
 * @param channels 1 where nothing is said
 */
public record RtpMap(int payloadType, String codec, int clockRate, int channels) {
  /** Reads the attribute's value; empty where it does not have the form. */
  public static Optional<RtpMap> read(String value) {
    String[] halves = value.trim().split("\\s+", 2);
    if (halves.length < 2) {
      return Optional.empty();
    }
    String[] parts = halves[1].trim().split("/");
    int payloadType = Numbers.read(halves[0], 127);
    int clock = parts.length > 1 ? Numbers.read(parts[1], Integer.MAX_VALUE) : -1;
    int channels = parts.length > 2 ? Numbers.read(parts[2], 255) : 1;
    if (payloadType < 0 || clock < 0 || parts[0].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RtpMap(payloadType, parts[0], clock, Math.max(1, channels)));
  }

  String write() {
    return payloadType + " " + codec + "/" + clockRate + (channels > 1 ? "/" + channels : "");
  }
}
