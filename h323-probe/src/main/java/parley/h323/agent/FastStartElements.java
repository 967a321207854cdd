package parley.h323.agent;

import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.q931.SignalMessage;

/** The channels that a message of call signalling proposes or takes. */
final class FastStartElements {
  private FastStartElements() {}

  static List<Octets> of(SignalMessage message) {
    return message
        .pdu()
        .map(H323UUPDU::h323MessageBody)
        .flatMap(FastStartElements::of)
        .orElse(List.of());
  }

  private static Optional<List<Octets>> of(H323MessageBody body) {
    return switch (body) {
      case H323MessageBody.Setup(var setup) -> setup.fastStart();
      case H323MessageBody.CallProceeding(var proceeding) -> proceeding.fastStart();
      case H323MessageBody.Alerting(var alerting) -> alerting.fastStart();
      case H323MessageBody.Progress(var progress) -> progress.fastStart();
      case H323MessageBody.Connect(var connect) -> connect.fastStart();
      case H323MessageBody.Facility(var facility) -> facility.fastStart();
      default -> Optional.empty();
    };
  }
}
