package parley.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A codec as a device offers it.
 *
 * @param codec name in the register
 * @param parameters format parameters in the order written
 */
public record CodecUse(String codec, Map<String, String> parameters) {
  public CodecUse {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
