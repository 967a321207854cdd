package parley.h323.q931;

import java.util.Optional;
import parley.core.call.Refusal;
import parley.h323.h225.ReleaseCompleteReason;

/** Why a call ended, in the words of Q.850, of H.225.0 and of core. */
public enum ReleaseCause {
  UNASSIGNED_NUMBER(1, Refusal.NOT_FOUND),
  NO_ROUTE(3, Refusal.NOT_FOUND),
  NORMAL(16, Refusal.OTHER),
  USER_BUSY(17, Refusal.BUSY),
  NO_USER_RESPONDING(18, Refusal.TIMEOUT),
  NO_ANSWER(19, Refusal.TIMEOUT),
  CALL_REJECTED(21, Refusal.DECLINED),
  DESTINATION_OUT_OF_ORDER(27, Refusal.NOT_FOUND),
  INVALID_NUMBER_FORMAT(28, Refusal.NOT_FOUND),
  NORMAL_UNSPECIFIED(31, Refusal.OTHER),
  /** Media is to be encrypted and cannot be; Q.850 has no value of its own for it. */
  SECURITY_DENIED(31, Refusal.UNSUPPORTED),
  NO_CIRCUIT(34, Refusal.BUSY),
  NETWORK_OUT_OF_ORDER(38, Refusal.OTHER),
  TEMPORARY_FAILURE(41, Refusal.OTHER),
  CONGESTION(42, Refusal.BUSY),
  RESOURCE_UNAVAILABLE(47, Refusal.BUSY),
  NOT_AUTHORIZED(57, Refusal.UNAUTHORIZED),
  NOT_IMPLEMENTED(79, Refusal.UNSUPPORTED),
  INCOMPATIBLE_DESTINATION(88, Refusal.NOT_ACCEPTABLE),
  MANDATORY_MISSING(96, Refusal.OTHER),
  TIMER_EXPIRED(102, Refusal.TIMEOUT),
  INTERWORKING(127, Refusal.OTHER);

  private final int value;
  private final Refusal refusal;

  ReleaseCause(int value, Refusal refusal) {
    this.value = value;
    this.refusal = refusal;
  }

  /** The cause value of Q.850. */
  public int value() {
    return value;
  }

  public Refusal refusal() {
    return refusal;
  }

  public static Optional<ReleaseCause> of(int value) {
    for (ReleaseCause each : values()) {
      if (each.value == value) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The cause that stands for a refusal of core. */
  public static ReleaseCause of(Refusal refusal) {
    return switch (refusal) {
      case BUSY -> USER_BUSY;
      case DECLINED -> CALL_REJECTED;
      case NOT_FOUND -> UNASSIGNED_NUMBER;
      case NOT_ACCEPTABLE -> INCOMPATIBLE_DESTINATION;
      case UNAUTHORIZED -> NOT_AUTHORIZED;
      case UNSUPPORTED -> NOT_IMPLEMENTED;
      case TIMEOUT -> NO_ANSWER;
      case CANCELLED, OTHER -> NORMAL_UNSPECIFIED;
    };
  }

  /** The cause that a reason stands for (H.225.0 table 5). */
  public static ReleaseCause of(ReleaseCompleteReason reason) {
    return switch (reason) {
      case ReleaseCompleteReason.NoBandwidth any -> NO_CIRCUIT;
      case ReleaseCompleteReason.GatekeeperResources any -> RESOURCE_UNAVAILABLE;
      case ReleaseCompleteReason.UnreachableDestination any -> NO_ROUTE;
      case ReleaseCompleteReason.DestinationRejection any -> NORMAL;
      case ReleaseCompleteReason.InvalidRevision any -> INCOMPATIBLE_DESTINATION;
      case ReleaseCompleteReason.NoPermission any -> INTERWORKING;
      case ReleaseCompleteReason.UnreachableGatekeeper any -> NETWORK_OUT_OF_ORDER;
      case ReleaseCompleteReason.GatewayResources any -> CONGESTION;
      case ReleaseCompleteReason.BadFormatAddress any -> INVALID_NUMBER_FORMAT;
      case ReleaseCompleteReason.AdaptiveBusy any -> TEMPORARY_FAILURE;
      case ReleaseCompleteReason.InConf any -> USER_BUSY;
      case ReleaseCompleteReason.FacilityCallDeflection any -> NORMAL;
      case ReleaseCompleteReason.SecurityDenied any -> SECURITY_DENIED;
      case ReleaseCompleteReason.CalledPartyNotRegistered any -> NO_USER_RESPONDING;
      case ReleaseCompleteReason.CallerNotRegistered any -> NORMAL_UNSPECIFIED;
      default -> NORMAL_UNSPECIFIED;
    };
  }
}
