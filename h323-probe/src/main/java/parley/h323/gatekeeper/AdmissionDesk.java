package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.wire.Octets;
import parley.h323.h225.AdmissionConfirm;
import parley.h323.h225.AdmissionReject;
import parley.h323.h225.AdmissionRejectReason;
import parley.h323.h225.AdmissionRequest;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.BandRejectReason;
import parley.h323.h225.BandwidthConfirm;
import parley.h323.h225.BandwidthReject;
import parley.h323.h225.BandwidthRequest;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.CallModel;
import parley.h323.h225.RasMessage;
import parley.h323.h225.UUIEsRequested;
import parley.h323.ras.Aliases;
import parley.h323.ras.NetworkAddresses;

/** Decides on calls and their bandwidth (H.225.0 clauses 7.11 and 7.12). */
final class AdmissionDesk {
  /** What becomes of an admission request. */
  sealed interface Decision {
    record Confirmed(AdmittedCall call, AdmissionConfirm answer) implements Decision {}

    record Rejected(AdmissionReject answer) implements Decision {}

    /** Nobody here has that name; a neighbour may. */
    record AskNeighbours(List<AliasAddress> names) implements Decision {}
  }

  private final GatekeeperSettings settings;
  private final Registrations registrations;
  private final AdmittedCalls calls;

  AdmissionDesk(GatekeeperSettings settings, Registrations registrations, AdmittedCalls calls) {
    this.settings = settings;
    this.registrations = registrations;
    this.calls = calls;
  }

  Decision decide(RegisteredEndpoint asker, AdmissionRequest request, long now) {
    Octets callId = callId(request);
    Optional<AdmittedCall> known = calls.get(callId);
    if (request.answerCall()) {
      if (known.isPresent()) {
        return confirmed(request, known.get().with(asker.identifier(), now));
      }
      return settings.routed()
          ? rejected(request, new AdmissionRejectReason.RouteCallToGatekeeper())
          : admitted(asker, request, asker.callSignalling(), Optional.of(asker), now);
    }
    List<AliasAddress> names = request.destinationInfo().orElse(List.of());
    for (AliasAddress name : names) {
      Optional<RegisteredEndpoint> called = registrations.named(name);
      if (called.isPresent()) {
        return admitted(asker, request, called.get().callSignalling(), called, now);
      }
    }
    if (settings.endpoint() && names.contains(Aliases.of(settings.identifier()))) {
      return admitted(asker, request, settings.signalling(), Optional.empty(), now);
    }
    Optional<InetSocketAddress> address =
        request
            .destCallSignalAddress()
            .flatMap(NetworkAddresses::of)
            .filter(given -> settings.endpoint() || !given.equals(settings.signalling()))
            .or(() -> names.stream().flatMap(name -> Aliases.address(name).stream()).findFirst());
    if (address.isPresent()) {
      return admitted(asker, request, address.get(), registrations.at(address.get()), now);
    }
    if (names.isEmpty()) {
      return rejected(request, new AdmissionRejectReason.IncompleteAddress());
    }
    return settings.neighbours().isEmpty()
        ? rejected(request, new AdmissionRejectReason.CalledPartyNotRegistered())
        : new Decision.AskNeighbours(names);
  }

  /** Goes on when it is known where the call goes. */
  Decision admitted(
      RegisteredEndpoint asker,
      AdmissionRequest request,
      InetSocketAddress address,
      Optional<RegisteredEndpoint> called,
      long now) {
    Octets callId = callId(request);
    if (calls.get(callId).isEmpty() && calls.size() >= settings.limits().calls()) {
      return rejected(request, new AdmissionRejectReason.ExceedsCallCapacity());
    }
    long free = settings.totalBandwidth() - calls.bandwidthBeside(callId);
    long granted = Math.min(request.bandWidth(), settings.callBandwidth());
    if (granted > free || (granted == 0 && request.bandWidth() > 0)) {
      return rejected(request, new AdmissionRejectReason.ResourceUnavailable());
    }
    return confirmed(
        request,
        new AdmittedCall(
            callId,
            request.conferenceID(),
            request.srcInfo(),
            request.destinationInfo().orElse(List.of()),
            address,
            called,
            Set.of(asker.identifier()),
            granted,
            now));
  }

  private Decision confirmed(AdmissionRequest request, AdmittedCall call) {
    calls.put(call);
    InetSocketAddress destination = settings.routed() ? settings.signalling() : call.address();
    AdmissionConfirm.Builder confirm =
        AdmissionConfirm.with()
            .requestSeqNum(request.requestSeqNum())
            .bandWidth(call.bandwidth())
            .callModel(
                settings.routed() ? new CallModel.GatekeeperRouted() : new CallModel.Direct())
            .destCallSignalAddress(NetworkAddresses.transport(destination))
            .willRespondToIRR(false)
            .uuiesRequested(none());
    Duration every = settings.reportEvery();
    if (every.toSeconds() > 0) {
      confirm.irrFrequency((int) Math.min(65_535, every.toSeconds()));
    }
    return new Decision.Confirmed(call, confirm.build());
  }

  private static UUIEsRequested none() {
    return UUIEsRequested.with()
        .setup(false)
        .callProceeding(false)
        .connect(false)
        .alerting(false)
        .information(false)
        .releaseComplete(false)
        .facility(false)
        .progress(false)
        .empty(false)
        .status(false)
        .statusInquiry(false)
        .setupAcknowledge(false)
        .notify_(false)
        .build();
  }

  static Decision rejected(AdmissionRequest request, AdmissionRejectReason reason) {
    return new Decision.Rejected(
        AdmissionReject.with().requestSeqNum(request.requestSeqNum()).rejectReason(reason).build());
  }

  /** A new bandwidth, or what could be had. */
  RasMessage bandwidth(BandwidthRequest request, long now) {
    Optional<AdmittedCall> call =
        request.callIdentifier().map(CallIdentifier::guid).flatMap(calls::get);
    if (call.isEmpty()) {
      return refused(request, new BandRejectReason.InvalidConferenceID(), 0);
    }
    long allowed =
        Math.min(
            settings.callBandwidth(),
            settings.totalBandwidth() - calls.bandwidthBeside(call.get().callId()));
    if (request.bandWidth() > allowed) {
      return refused(request, new BandRejectReason.InsufficientResources(), Math.max(0, allowed));
    }
    calls.put(call.get().at(request.bandWidth()).heardAt(now));
    return new RasMessage.BandwidthConfirm(
        BandwidthConfirm.with()
            .requestSeqNum(request.requestSeqNum())
            .bandWidth(request.bandWidth())
            .build());
  }

  private static RasMessage refused(
      BandwidthRequest request, BandRejectReason reason, long allowed) {
    return new RasMessage.BandwidthReject(
        BandwidthReject.with()
            .requestSeqNum(request.requestSeqNum())
            .rejectReason(reason)
            .allowedBandWidth(allowed)
            .build());
  }

  /** Before version 2 there was no call identifier: then the conference stands for the call. */
  static Octets callId(AdmissionRequest request) {
    return request.callIdentifier().map(CallIdentifier::guid).orElse(request.conferenceID());
  }
}
