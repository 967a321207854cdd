package parley.profiles;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value, where it comes from and how it came to be known. With {@link Confidence#UNKNOWN} a value
 * is an assumption; without a value nothing is said at all, which is never "absent".
 *
 * @param value empty where nobody knows
 * @param source document, page, trace or reasoning
 * @param confidence how it came to be known
 */
public record Known<T>(Optional<T> value, String source, Confidence confidence) {
  public Known {
    if (value.isEmpty() && confidence != Confidence.UNKNOWN) {
      throw new IllegalArgumentException("no value, and yet " + confidence.word());
    }
  }

  public static <T> Known<T> unknown(String source) {
    return new Known<>(Optional.empty(), source, Confidence.UNKNOWN);
  }

  /** True where the value stands but nobody vouches for it. */
  public boolean assumed() {
    return value.isPresent() && confidence == Confidence.UNKNOWN;
  }

  public <R> Known<R> map(Function<? super T, ? extends R> change) {
    return new Known<>(value.map(change), source, confidence);
  }
}
