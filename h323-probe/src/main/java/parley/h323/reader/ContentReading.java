package parley.h323.reader;

import java.util.Optional;
import parley.core.transcript.CallEvent;
import parley.h323.content.ContentMessage;

/** What a message of H.239 says in core's words. */
final class ContentReading {
  private ContentReading() {}

  static Optional<CallEvent.Content.Turn> turn(ContentMessage message) {
    return switch (message) {
      case ContentMessage.TokenRequest _ -> Optional.of(CallEvent.Content.Turn.ASKS);
      case ContentMessage.TokenResponse(boolean acknowledged, var _, var _) ->
          Optional.of(
              acknowledged ? CallEvent.Content.Turn.GRANTS : CallEvent.Content.Turn.REFUSES);
      case ContentMessage.TokenOwner _ -> Optional.of(CallEvent.Content.Turn.HOLDS);
      case ContentMessage.TokenRelease _ -> Optional.of(CallEvent.Content.Turn.GIVES_BACK);
      case ContentMessage.FlowControlReleaseRequest _ -> Optional.empty();
      case ContentMessage.FlowControlReleaseResponse _ -> Optional.empty();
    };
  }
}
