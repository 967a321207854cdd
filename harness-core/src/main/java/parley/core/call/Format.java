package parley.core.call;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way to code a medium as it stands in an offer or an answer.
 *
 * @param payloadType RTP payload type, 0 to 127
 * @param codec name as written ("H264", "opus"); compared without case
 * @param clockRate RTP clock rate in Hz
 * @param channels audio channels, 1 where nothing is said
 * @param parameters format parameters by lower-case name in the order written; a parameter without
 *     a value has an empty one
 */
public record Format(
    int payloadType, String codec, int clockRate, int channels, Map<String, String> parameters) {

  public Format {
    if (payloadType < 0 || payloadType > 127) {
      throw new IllegalArgumentException("payload type " + payloadType + " is not in 0..127");
    }
    parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
  }

  public Format(int payloadType, String codec, int clockRate) {
    this(payloadType, codec, clockRate, 1, Map.of());
  }

  public boolean is(String name) {
    return codec.equalsIgnoreCase(name);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
  }

  public Format with(String name, String value) {
    Map<String, String> more = new java.util.LinkedHashMap<>(parameters);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new Format(payloadType, codec, clockRate, channels, more);
  }

  public Format withPayloadType(int other) {
    return new Format(other, codec, clockRate, channels, parameters);
  }

  /** Name and clock as people write them, such as {@code H264/90000}. */
  public String label() {
    return codec + "/" + clockRate + (channels > 1 ? "/" + channels : "");
  }
}
