package parley.h323.reader;

import java.util.Optional;
import parley.core.call.Refusal;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.ReleaseCompleteUUIE;
import parley.h323.q931.InformationElement;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;

/** Why a call was refused, as a Release Complete says it. */
final class ReleaseReading {
  private ReleaseReading() {}

  private static Optional<ReleaseCause> cause(SignalMessage message) {
    return message
        .q931()
        .element(InformationElement.CAUSE)
        .flatMap(InformationElement::causeValue)
        .flatMap(ReleaseCause::of)
        .or(() -> reason(message).map(ReleaseCause::of));
  }

  private static Optional<parley.h323.h225.ReleaseCompleteReason> reason(SignalMessage message) {
    return message
        .pdu()
        .flatMap(
            pdu ->
                pdu.h323MessageBody()
                        instanceof
                        H323UUPDU.H323MessageBody.ReleaseComplete(ReleaseCompleteUUIE release)
                    ? release.reason()
                    : Optional.empty());
  }

  static Refusal refusal(SignalMessage message) {
    return cause(message).map(ReleaseCause::refusal).orElse(Refusal.OTHER);
  }

  static String words(SignalMessage message) {
    String cause =
        message
            .q931()
            .element(InformationElement.CAUSE)
            .flatMap(InformationElement::causeValue)
            .map(value -> "cause " + value)
            .orElse("without a cause");
    String reason = reason(message).map(each -> ", " + each.getClass().getSimpleName()).orElse("");
    return "Release Complete, " + cause + reason;
  }
}
