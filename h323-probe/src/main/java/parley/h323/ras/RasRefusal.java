package parley.h323.ras;

import java.util.Optional;
import parley.core.call.Refusal;
import parley.h323.h225.AdmissionRejectReason;
import parley.h323.h225.BandRejectReason;
import parley.h323.h225.DisengageRejectReason;
import parley.h323.h225.GatekeeperRejectReason;
import parley.h323.h225.InfoRequestNakReason;
import parley.h323.h225.LocationRejectReason;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationRejectReason;
import parley.h323.h225.UnregRejectReason;
import parley.h323.ras.message.RasParts;

/**
 * A request the gatekeeper did not grant.
 *
 * @param refusal in words every protocol has
 * @param reason in the field's own word, such as {@code calledPartyNotRegistered}
 * @param message the whole of it
 */
public record RasRefusal(Refusal refusal, String reason, RasMessage message) {
  /** Empty where the message refuses nothing. */
  public static Optional<RasRefusal> of(RasMessage message) {
    return switch (message) {
      case RasMessage.GatekeeperReject(var reject) ->
          refused(
              refusal(reject.rejectReason()),
              RasParts.name(GatekeeperRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.RegistrationReject(var reject) ->
          refused(
              refusal(reject.rejectReason()),
              RasParts.name(RegistrationRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.UnregistrationReject(var reject) ->
          refused(
              Refusal.DECLINED,
              RasParts.name(UnregRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.AdmissionReject(var reject) ->
          refused(
              refusal(reject.rejectReason()),
              RasParts.name(AdmissionRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.BandwidthReject(var reject) ->
          refused(
              Refusal.DECLINED,
              RasParts.name(BandRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.DisengageReject(var reject) ->
          refused(
              Refusal.DECLINED,
              RasParts.name(DisengageRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.LocationReject(var reject) ->
          refused(
              refusal(reject.rejectReason()),
              RasParts.name(LocationRejectReason.TYPE, reject.rejectReason().toValue()),
              message);
      case RasMessage.InfoRequestNak(var nak) ->
          refused(
              Refusal.DECLINED,
              RasParts.name(InfoRequestNakReason.TYPE, nak.nakReason().toValue()),
              message);
      case RasMessage.UnknownMessageResponse ignored ->
          refused(Refusal.UNSUPPORTED, "unknownMessageResponse", message);
      default -> Optional.empty();
    };
  }

  private static Optional<RasRefusal> refused(Refusal refusal, String reason, RasMessage message) {
    return Optional.of(new RasRefusal(refusal, reason, message));
  }

  /** What a reason for not admitting a call means to whoever wanted it. */
  public static Refusal refusal(AdmissionRejectReason reason) {
    return switch (reason) {
      case AdmissionRejectReason.CalledPartyNotRegistered ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.InvalidPermission ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.RequestDenied ignored -> Refusal.DECLINED;
      case AdmissionRejectReason.UndefinedReason ignored -> Refusal.OTHER;
      case AdmissionRejectReason.CallerNotRegistered ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.RouteCallToGatekeeper ignored -> Refusal.OTHER;
      case AdmissionRejectReason.InvalidEndpointIdentifier ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.ResourceUnavailable ignored -> Refusal.BUSY;
      case AdmissionRejectReason.SecurityDenial ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.QosControlNotSupported ignored -> Refusal.UNSUPPORTED;
      case AdmissionRejectReason.IncompleteAddress ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.AliasesInconsistent ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.RouteCallToSCN ignored -> Refusal.OTHER;
      case AdmissionRejectReason.ExceedsCallCapacity ignored -> Refusal.BUSY;
      case AdmissionRejectReason.CollectDestination ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.CollectPIN ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.GenericDataReason ignored -> Refusal.OTHER;
      case AdmissionRejectReason.NeededFeatureNotSupported ignored -> Refusal.UNSUPPORTED;
      case AdmissionRejectReason.SecurityError ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.SecurityDHmismatch ignored -> Refusal.UNAUTHORIZED;
      case AdmissionRejectReason.NoRouteToDestination ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.UnallocatedNumber ignored -> Refusal.NOT_FOUND;
      case AdmissionRejectReason.RegisterWithAssignedGK ignored -> Refusal.OTHER;
      case AdmissionRejectReason.UnrecognizedAlternative ignored -> Refusal.OTHER;
    };
  }

  private static Refusal refusal(GatekeeperRejectReason reason) {
    return switch (reason) {
      case GatekeeperRejectReason.ResourceUnavailable ignored -> Refusal.BUSY;
      case GatekeeperRejectReason.TerminalExcluded ignored -> Refusal.UNAUTHORIZED;
      case GatekeeperRejectReason.InvalidRevision ignored -> Refusal.UNSUPPORTED;
      case GatekeeperRejectReason.UndefinedReason ignored -> Refusal.OTHER;
      case GatekeeperRejectReason.SecurityDenial ignored -> Refusal.UNAUTHORIZED;
      case GatekeeperRejectReason.GenericDataReason ignored -> Refusal.OTHER;
      case GatekeeperRejectReason.NeededFeatureNotSupported ignored -> Refusal.UNSUPPORTED;
      case GatekeeperRejectReason.SecurityError ignored -> Refusal.UNAUTHORIZED;
      case GatekeeperRejectReason.UnrecognizedAlternative ignored -> Refusal.OTHER;
    };
  }

  private static Refusal refusal(RegistrationRejectReason reason) {
    return switch (reason) {
      case RegistrationRejectReason.SecurityDenial ignored -> Refusal.UNAUTHORIZED;
      case RegistrationRejectReason.SecurityError ignored -> Refusal.UNAUTHORIZED;
      case RegistrationRejectReason.ResourceUnavailable ignored -> Refusal.BUSY;
      case RegistrationRejectReason.InvalidRevision ignored -> Refusal.UNSUPPORTED;
      case RegistrationRejectReason.TransportNotSupported ignored -> Refusal.UNSUPPORTED;
      case RegistrationRejectReason.NeededFeatureNotSupported ignored -> Refusal.UNSUPPORTED;
      case RegistrationRejectReason.DuplicateAlias ignored -> Refusal.DECLINED;
      default -> Refusal.OTHER;
    };
  }

  private static Refusal refusal(LocationRejectReason reason) {
    return switch (reason) {
      case LocationRejectReason.NotRegistered ignored -> Refusal.NOT_FOUND;
      case LocationRejectReason.IncompleteAddress ignored -> Refusal.NOT_FOUND;
      case LocationRejectReason.NoRouteToDestination ignored -> Refusal.NOT_FOUND;
      case LocationRejectReason.UnallocatedNumber ignored -> Refusal.NOT_FOUND;
      case LocationRejectReason.InvalidPermission ignored -> Refusal.UNAUTHORIZED;
      case LocationRejectReason.SecurityDenial ignored -> Refusal.UNAUTHORIZED;
      case LocationRejectReason.RequestDenied ignored -> Refusal.DECLINED;
      case LocationRejectReason.ResourceUnavailable ignored -> Refusal.BUSY;
      default -> Refusal.OTHER;
    };
  }

  @Override
  public String toString() {
    return reason + " (" + RasParts.name(message) + ")";
  }
}
