package parley.h323.agent;

import java.util.List;
import java.util.Optional;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h235.ClearToken;
import parley.h323.q931.SignalMessage;

/** The tokens that a message of call signalling brings (H.235.0). */
final class CallTokens {
  private CallTokens() {}

  static List<ClearToken> of(SignalMessage message) {
    return message.pdu().map(H323UUPDU::h323MessageBody).flatMap(CallTokens::of).orElse(List.of());
  }

  private static Optional<List<ClearToken>> of(H323MessageBody body) {
    return switch (body) {
      case H323MessageBody.Setup(var setup) -> setup.tokens();
      case H323MessageBody.CallProceeding(var proceeding) -> proceeding.tokens();
      case H323MessageBody.Alerting(var alerting) -> alerting.tokens();
      case H323MessageBody.Progress(var progress) -> progress.tokens();
      case H323MessageBody.Connect(var connect) -> connect.tokens();
      case H323MessageBody.Facility(var facility) -> facility.tokens();
      default -> Optional.empty();
    };
  }
}
