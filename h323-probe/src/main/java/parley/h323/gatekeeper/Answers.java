package parley.h323.gatekeeper;

import java.util.List;
import java.util.Optional;
import parley.h323.h225.AdmissionReject;
import parley.h323.h225.AdmissionRejectReason;
import parley.h323.h225.BandRejectReason;
import parley.h323.h225.BandwidthReject;
import parley.h323.h225.DisengageConfirm;
import parley.h323.h225.DisengageReject;
import parley.h323.h225.DisengageRejectReason;
import parley.h323.h225.GatekeeperConfirm;
import parley.h323.h225.GatekeeperReject;
import parley.h323.h225.GatekeeperRejectReason;
import parley.h323.h225.GatekeeperRequest;
import parley.h323.h225.InfoRequestAck;
import parley.h323.h225.LocationConfirm;
import parley.h323.h225.LocationReject;
import parley.h323.h225.LocationRejectReason;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RequestInProgress;
import parley.h323.h225.ResourcesAvailableConfirm;
import parley.h323.h225.ResourcesAvailableIndicate;
import parley.h323.h225.TransportAddress;
import parley.h323.h225.UnknownMessageResponse;
import parley.h323.h225.UnregRejectReason;
import parley.h323.h225.UnregistrationConfirm;
import parley.h323.h225.UnregistrationReject;
import parley.h323.h235.AuthenticationMechanism;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.password.PasswordMethod;
import parley.h323.traversal.Features;

/** The short answers of a gatekeeper. */
final class Answers {
  private Answers() {}

  static RasMessage discovered(GatekeeperSettings settings, GatekeeperRequest request) {
    GatekeeperConfirm.Builder confirm =
        GatekeeperConfirm.with()
            .requestSeqNum(request.requestSeqNum())
            .protocolIdentifier(request.protocolIdentifier())
            .gatekeeperIdentifier(settings.identifier())
            .rasAddress(NetworkAddresses.transport(settings.ras()));
    if (!settings.accounts().isEmpty()) {
      List<PasswordMethod> offered =
          request.algorithmOIDs().orElse(List.of()).stream()
              .flatMap(each -> PasswordMethod.of(each).stream())
              .toList();
      PasswordMethod method =
          offered.contains(PasswordMethod.HMAC_SHA1_96)
              ? PasswordMethod.HMAC_SHA1_96
              : PasswordMethod.MD5_HASH;
      confirm
          .authenticationMode(new AuthenticationMechanism.PwdHash())
          .algorithmOID(method.algorithm());
    }
    boolean traversal =
        settings.traversal()
            && request.featureSet().flatMap(set -> Features.find(set, 18)).isPresent();
    if (traversal) {
      confirm.featureSet(Features.supported(List.of(Features.feature(18))));
    }
    return new RasMessage.GatekeeperConfirm(confirm.build());
  }

  static RasMessage notThisGatekeeper(GatekeeperSettings settings, GatekeeperRequest request) {
    return new RasMessage.GatekeeperReject(
        GatekeeperReject.with()
            .requestSeqNum(request.requestSeqNum())
            .protocolIdentifier(request.protocolIdentifier())
            .gatekeeperIdentifier(settings.identifier())
            .rejectReason(new GatekeeperRejectReason.TerminalExcluded())
            .build());
  }

  static RasMessage unregistered(int sequence) {
    return new RasMessage.UnregistrationConfirm(
        UnregistrationConfirm.with().requestSeqNum(sequence).build());
  }

  /**
   * The refusal of what only a registered endpoint may ask.
   *
   * @param denied whether it is registered but did not prove its password
   */
  static Optional<RasMessage> refused(RasMessage request, boolean denied) {
    return switch (request) {
      case RasMessage.UnregistrationRequest(var asked) ->
          Optional.of(
              new RasMessage.UnregistrationReject(
                  UnregistrationReject.with()
                      .requestSeqNum(asked.requestSeqNum())
                      .rejectReason(
                          denied
                              ? new UnregRejectReason.SecurityDenial()
                              : new UnregRejectReason.NotCurrentlyRegistered())
                      .build()));
      case RasMessage.AdmissionRequest(var asked) ->
          Optional.of(
              notAdmitted(
                  asked.requestSeqNum(),
                  denied
                      ? new AdmissionRejectReason.SecurityDenial()
                      : new AdmissionRejectReason.CallerNotRegistered()));
      case RasMessage.BandwidthRequest(var asked) ->
          Optional.of(
              new RasMessage.BandwidthReject(
                  BandwidthReject.with()
                      .requestSeqNum(asked.requestSeqNum())
                      .rejectReason(
                          denied
                              ? new BandRejectReason.SecurityDenial()
                              : new BandRejectReason.NotBound())
                      .allowedBandWidth(0)
                      .build()));
      case RasMessage.DisengageRequest(var asked) ->
          Optional.of(
              new RasMessage.DisengageReject(
                  DisengageReject.with()
                      .requestSeqNum(asked.requestSeqNum())
                      .rejectReason(
                          denied
                              ? new DisengageRejectReason.SecurityDenial()
                              : new DisengageRejectReason.NotRegistered())
                      .build()));
      default -> Optional.empty();
    };
  }

  static RasMessage notAdmitted(int sequence, AdmissionRejectReason reason) {
    return new RasMessage.AdmissionReject(
        AdmissionReject.with().requestSeqNum(sequence).rejectReason(reason).build());
  }

  static RasMessage disengaged(int sequence) {
    return new RasMessage.DisengageConfirm(DisengageConfirm.with().requestSeqNum(sequence).build());
  }

  static RasMessage located(
      int sequence, TransportAddress signalling, TransportAddress ras, RegisteredEndpoint found) {
    return new RasMessage.LocationConfirm(
        LocationConfirm.with()
            .requestSeqNum(sequence)
            .callSignalAddress(signalling)
            .rasAddress(ras)
            .destinationInfo(found.aliases())
            .build());
  }

  static RasMessage notLocated(int sequence, LocationRejectReason reason) {
    return new RasMessage.LocationReject(
        LocationReject.with().requestSeqNum(sequence).rejectReason(reason).build());
  }

  static RasMessage inProgress(int sequence, int delayMillis) {
    return new RasMessage.RequestInProgress(
        RequestInProgress.with().requestSeqNum(sequence).delay(delayMillis).build());
  }

  static RasMessage resourcesNoted(ResourcesAvailableIndicate indication) {
    return new RasMessage.ResourcesAvailableConfirm(
        ResourcesAvailableConfirm.with()
            .requestSeqNum(indication.requestSeqNum())
            .protocolIdentifier(indication.protocolIdentifier())
            .build());
  }

  static RasMessage reportNoted(int sequence) {
    return new RasMessage.InfoRequestAck(InfoRequestAck.with().requestSeqNum(sequence).build());
  }

  static RasMessage notUnderstood(RasDatagram datagram) {
    return new RasMessage.UnknownMessageResponse(
        UnknownMessageResponse.with()
            .requestSeqNum(Math.max(1, datagram.sequence().orElse(1)))
            .messageNotUnderstood(datagram.octets())
            .build());
  }
}
