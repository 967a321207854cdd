package parley.core.suite;

import org.jspecify.annotations.Nullable;

/** The laboratory could not do its part; the case is ERROR and says why. */
public final class LabFailure extends RuntimeException {
  public LabFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
