package parley.h323.ras;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.AdmissionRequest;
import parley.h323.h225.BandwidthRequest;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.CallType;
import parley.h323.h225.DisengageRequest;
import parley.h323.h225.FeatureSet;
import parley.h323.h225.GatekeeperRequest;
import parley.h323.h225.GenericData;
import parley.h323.h225.LocationRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationRequest;
import parley.h323.h225.ResourcesAvailableIndicate;
import parley.h323.h225.TransportAddress;
import parley.h323.h225.UnregRequestReason;
import parley.h323.h225.UnregistrationRequest;
import parley.h323.h235.AuthenticationMechanism;
import parley.h323.per.ObjectIdentifier;
import parley.h323.ras.password.PasswordMethod;

/** The requests of an endpoint, built from what is known of it. */
final class RasRequests {
  /** H.225.0 version 7. */
  static final ObjectIdentifier PROTOCOL = ObjectIdentifier.of("0.0.8.2250.0.7");

  private final RasSettings settings;
  private final TransportAddress ours;

  RasRequests(RasSettings settings, InetSocketAddress ours) {
    this.settings = settings;
    this.ours = NetworkAddresses.transport(ours);
  }

  RasMessage discovery(int sequence) {
    GatekeeperRequest.Builder request =
        GatekeeperRequest.with()
            .requestSeqNum(sequence)
            .protocolIdentifier(PROTOCOL)
            .rasAddress(ours)
            .endpointType(settings.type())
            .gatekeeperIdentifier(settings.gatekeeperIdentifier())
            .endpointAlias(settings.aliases())
            .supportsAltGK()
            .featureSet(features(settings.features()));
    if (settings.credentials().isPresent()) {
      request
          .authenticationCapability(List.of(new AuthenticationMechanism.PwdHash()))
          .algorithmOIDs(
              settings
                  .method()
                  .map(method -> List.of(method.algorithm()))
                  .orElseGet(PasswordMethod::offered));
    }
    return new RasMessage.GatekeeperRequest(request.build());
  }

  RasMessage registration(int sequence, Optional<String> gatekeeper, boolean discovered) {
    return new RasMessage.RegistrationRequest(
        registrationOf(sequence, gatekeeper, discovered)
            .terminalAlias(settings.aliases())
            .keepAlive(false)
            .build());
  }

  /** The lightweight form: it only renews what is known (H.225.0 clause 7.9.1). */
  RasMessage keepAlive(int sequence, RasRegistration registration) {
    return new RasMessage.RegistrationRequest(
        registrationOf(sequence, registration.gatekeeperIdentifier(), false)
            .keepAlive(true)
            .endpointIdentifier(registration.endpointIdentifier())
            .build());
  }

  private RegistrationRequest.Builder registrationOf(
      int sequence, Optional<String> gatekeeper, boolean discovered) {
    return RegistrationRequest.with()
        .requestSeqNum(sequence)
        .protocolIdentifier(PROTOCOL)
        .discoveryComplete(discovered)
        .callSignalAddress(addresses())
        .rasAddress(List.of(ours))
        .terminalType(settings.type())
        .gatekeeperIdentifier(gatekeeper)
        .endpointVendor(settings.vendor())
        .timeToLive(settings.timeToLive().toSeconds())
        .willSupplyUUIEs(false)
        .maintainConnection(false)
        .supportsAltGK()
        .featureSet(features(settings.features()));
  }

  RasMessage unregistration(int sequence, RasRegistration registration) {
    return new RasMessage.UnregistrationRequest(
        UnregistrationRequest.with()
            .requestSeqNum(sequence)
            .callSignalAddress(addresses())
            .endpointIdentifier(registration.endpointIdentifier())
            .gatekeeperIdentifier(registration.gatekeeperIdentifier())
            .reason(new UnregRequestReason.UndefinedReason())
            .build());
  }

  RasMessage admission(int sequence, RasRegistration registration, AdmissionQuery query) {
    CallIdentity call = query.call();
    return new RasMessage.AdmissionRequest(
        AdmissionRequest.with()
            .requestSeqNum(sequence)
            .callType(new CallType.PointToPoint())
            .endpointIdentifier(registration.endpointIdentifier())
            .destinationInfo(Optional.of(query.destination()).filter(all -> !all.isEmpty()))
            .destCallSignalAddress(query.destinationAddress().map(NetworkAddresses::transport))
            .srcInfo(
                query.source().isEmpty() && !call.answered() ? settings.aliases() : query.source())
            .srcCallSignalAddress(query.sourceAddress().map(NetworkAddresses::transport))
            .bandWidth(query.bandwidth())
            .callReferenceValue(call.reference())
            .conferenceID(call.conferenceId())
            .activeMC(false)
            .answerCall(call.answered())
            .canMapAlias(true)
            .callIdentifier(identifier(call.callId()))
            .gatekeeperIdentifier(registration.gatekeeperIdentifier())
            .willSupplyUUIEs(false)
            .featureSet(features(query.features()))
            .genericData(Optional.of(query.genericData()).filter(all -> !all.isEmpty()))
            .build());
  }

  RasMessage bandwidth(
      int sequence, RasRegistration registration, CallIdentity call, long bandwidth) {
    return new RasMessage.BandwidthRequest(
        BandwidthRequest.with()
            .requestSeqNum(sequence)
            .endpointIdentifier(registration.endpointIdentifier())
            .conferenceID(call.conferenceId())
            .callReferenceValue(call.reference())
            .callType(new CallType.PointToPoint())
            .bandWidth(bandwidth)
            .callIdentifier(identifier(call.callId()))
            .gatekeeperIdentifier(registration.gatekeeperIdentifier())
            .answeredCall(call.answered())
            .build());
  }

  RasMessage disengagement(int sequence, RasRegistration registration, Disengagement end) {
    CallIdentity call = end.call();
    return new RasMessage.DisengageRequest(
        DisengageRequest.with()
            .requestSeqNum(sequence)
            .endpointIdentifier(registration.endpointIdentifier())
            .conferenceID(call.conferenceId())
            .callReferenceValue(call.reference())
            .disengageReason(end.reason())
            .callIdentifier(identifier(call.callId()))
            .gatekeeperIdentifier(registration.gatekeeperIdentifier())
            .answeredCall(call.answered())
            .terminationCause(end.cause())
            .build());
  }

  RasMessage location(
      int sequence,
      Optional<RasRegistration> registration,
      List<parley.h323.h225.AliasAddress> destination) {
    return new RasMessage.LocationRequest(
        LocationRequest.with()
            .requestSeqNum(sequence)
            .endpointIdentifier(registration.map(RasRegistration::endpointIdentifier))
            .destinationInfo(destination)
            .replyAddress(ours)
            .sourceInfo(settings.aliases())
            .canMapAlias(true)
            .gatekeeperIdentifier(registration.flatMap(RasRegistration::gatekeeperIdentifier))
            .build());
  }

  RasMessage resources(int sequence, RasRegistration registration, boolean almostOut) {
    return new RasMessage.ResourcesAvailableIndicate(
        ResourcesAvailableIndicate.with()
            .requestSeqNum(sequence)
            .protocolIdentifier(PROTOCOL)
            .endpointIdentifier(registration.endpointIdentifier())
            .protocols(List.of())
            .almostOutOfResources(almostOut)
            .build());
  }

  List<TransportAddress> addresses() {
    return settings.callSignalling().stream().map(NetworkAddresses::transport).toList();
  }

  TransportAddress ours() {
    return ours;
  }

  static CallIdentifier identifier(Octets guid) {
    return CallIdentifier.with().guid(guid).build();
  }

  private static Optional<FeatureSet> features(List<GenericData> supported) {
    return supported.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FeatureSet.with().replacementFeatureSet(false).supportedFeatures(supported).build());
  }
}
