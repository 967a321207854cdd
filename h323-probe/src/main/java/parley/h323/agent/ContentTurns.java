package parley.h323.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import parley.core.call.Call.ContentTurn;
import parley.core.call.CallFailure;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.h323.control.ControlCommand;
import parley.h323.control.ControlEvent;

/** Whose turn it is to show content in a call, and who waits for it. Runs on the call's queue. */
final class ContentTurns {
  private final Control control;
  private Optional<CompletableFuture<MediaAgreement>> asking = Optional.empty();
  private final List<CompletableFuture<MediaAgreement>> watching = new ArrayList<>();
  private Consumer<ContentTurn> listener = turn -> {};

  ContentTurns(Control control) {
    this.control = control;
  }

  void onTurn(Consumer<ContentTurn> other) {
    listener = other;
  }

  /** Asks for the token; {@code shown} is told when the channel is open. */
  void show(CompletableFuture<MediaAgreement> shown) {
    if (!control.isReady() || !control.session().isOpen()) {
      shown.completeExceptionally(new CallFailure("H.245 is not up"));
      return;
    }
    asking = Optional.of(shown);
    control.perform(new ControlCommand.ShowContent());
    control.agreement().ifPresent(this::agreed);
  }

  void stop() {
    control.perform(new ControlCommand.StopContent());
  }

  /** {@code shows} is told when the other side has a channel for content. */
  void await(CompletableFuture<MediaAgreement> shows) {
    watching.add(shows);
    control.agreement().ifPresent(this::agreed);
  }

  void heard(ControlEvent event) {
    switch (event) {
      case ControlEvent.ContentGranted _ -> listener.accept(ContentTurn.OURS);
      case ControlEvent.ContentTaken _ -> listener.accept(ContentTurn.THEIRS);
      case ControlEvent.ContentReleased _ -> listener.accept(ContentTurn.FREE);
      case ControlEvent.ContentRefused _ -> {
        asking.ifPresent(
            each ->
                each.completeExceptionally(
                    new CallFailure("the other side does not let us show content")));
        asking = Optional.empty();
      }
      default -> {}
    }
  }

  void agreed(MediaAgreement now) {
    Optional<MediaAgreement.Line> line = now.line(MediaKind.CONTENT);
    if (line.filter(MediaAgreement.Line::weSend).isPresent()) {
      asking.ifPresent(each -> each.complete(now));
      asking = Optional.empty();
    }
    if (line.filter(MediaAgreement.Line::theySend).isPresent()) {
      watching.forEach(each -> each.complete(now));
      watching.clear();
    }
  }
}
