package parley.h323.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import parley.core.call.Call;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.h323.control.LogicalChannel;
import parley.h323.control.UserInput;

/** Who wants to know what H.245 of a call tells. Runs on the queue of its call. */
final class ControlListeners {
  /** What G.711 and G.722 take, in bit/s. */
  private static final long SPEECH_BITS = 64_000;

  private final List<Consumer<MediaAgreement>> agreements = new ArrayList<>();
  private Runnable intraRequested = () -> {};
  private Consumer<UserInput> userInput = input -> {};
  private Call.RateLimits rateLimits = (_, _) -> {};

  void onAgreement(Consumer<MediaAgreement> listener) {
    agreements.add(listener);
  }

  void onRateLimit(Call.RateLimits listener) {
    rateLimits = listener;
  }

  void onUserInput(Consumer<UserInput> listener) {
    userInput = listener;
  }

  void onIntraRequest(Runnable listener) {
    intraRequested = listener;
  }

  void agreed(MediaAgreement now) {
    agreements.forEach(listener -> listener.accept(now));
  }

  void intraRequested() {
    intraRequested.run();
  }

  void userInput(UserInput input) {
    userInput.accept(input);
  }

  /** A limit for everything is one for video: speech comes first and has a rate of its own. */
  void limited(Optional<Integer> number, Optional<Long> rate, Collection<LogicalChannel> outgoing) {
    OptionalLong most = rate.stream().mapToLong(Long::longValue).findFirst();
    if (number.isEmpty()) {
      rateLimits.limited(
          MediaKind.VIDEO,
          rate.stream().mapToLong(all -> Math.max(0, all - SPEECH_BITS)).findFirst());
    }
    outgoing.stream()
        .filter(channel -> number.filter(each -> each == channel.number()).isPresent())
        .forEach(channel -> rateLimits.limited(channel.kind(), most));
  }
}
