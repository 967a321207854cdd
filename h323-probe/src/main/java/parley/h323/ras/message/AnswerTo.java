package parley.h323.ras.message;

import java.util.Optional;
import java.util.function.Predicate;
import parley.h323.h225.RasMessage;

/** Which answers belong to which requests. */
public final class AnswerTo {
  private AnswerTo() {}

  /** The requests this may answer; empty where it is none of the answers. */
  public static Optional<Predicate<RasMessage>> requests(RasMessage answer) {
    return switch (answer) {
      case RasMessage.GatekeeperConfirm ignored -> kind(RasMessage.GatekeeperRequest.class);
      case RasMessage.GatekeeperReject ignored -> kind(RasMessage.GatekeeperRequest.class);
      case RasMessage.RegistrationConfirm ignored -> kind(RasMessage.RegistrationRequest.class);
      case RasMessage.RegistrationReject ignored -> kind(RasMessage.RegistrationRequest.class);
      case RasMessage.UnregistrationConfirm ignored -> kind(RasMessage.UnregistrationRequest.class);
      case RasMessage.UnregistrationReject ignored -> kind(RasMessage.UnregistrationRequest.class);
      case RasMessage.AdmissionConfirm ignored -> kind(RasMessage.AdmissionRequest.class);
      case RasMessage.AdmissionReject ignored -> kind(RasMessage.AdmissionRequest.class);
      case RasMessage.BandwidthConfirm ignored -> kind(RasMessage.BandwidthRequest.class);
      case RasMessage.BandwidthReject ignored -> kind(RasMessage.BandwidthRequest.class);
      case RasMessage.DisengageConfirm ignored -> kind(RasMessage.DisengageRequest.class);
      case RasMessage.DisengageReject ignored -> kind(RasMessage.DisengageRequest.class);
      case RasMessage.LocationConfirm ignored -> kind(RasMessage.LocationRequest.class);
      case RasMessage.LocationReject ignored -> kind(RasMessage.LocationRequest.class);
      case RasMessage.InfoRequestResponse ignored -> kind(RasMessage.InfoRequest.class);
      case RasMessage.ResourcesAvailableConfirm ignored ->
          kind(RasMessage.ResourcesAvailableIndicate.class);
      case RasMessage.ServiceControlResponse ignored ->
          kind(RasMessage.ServiceControlIndication.class);
      case RasMessage.UnknownMessageResponse ignored -> Optional.of(RasParts::isRequest);
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<RasMessage>> kind(Class<? extends RasMessage> request) {
    return Optional.of(request::isInstance);
  }
}
