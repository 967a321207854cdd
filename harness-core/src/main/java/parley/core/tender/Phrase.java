package parley.core.tender;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence without its language; {@link Words} says it.
 *
 * @param key in the resource bundles
 * @param parts what is filled in: text, or phrases of their own
 */
public record Phrase(String key, List<Object> parts) {
  public Phrase {
    parts = List.copyOf(parts);
  }

  public static Phrase of(String key, Object... parts) {
    return new Phrase(key, Arrays.asList(parts));
  }
}
