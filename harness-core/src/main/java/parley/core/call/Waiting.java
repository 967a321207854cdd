package parley.core.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waiting for something with a time limit, its failure in plain words. */
public final class Waiting {
  private Waiting() {}

  public static <T> T on(CompletableFuture<T> future, Duration timeout, Supplier<String> late)
      throws CallFailure, InterruptedException {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CallFailure(late.get() + " within " + words(timeout), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CallFailure failure
          ? new CallFailure(String.valueOf(failure.getMessage()), failure)
          : new CallFailure(String.valueOf(e.getCause()), e);
    }
  }

  public static String words(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}
