package parley.h323.ras;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.core.wire.Octets;
import parley.h323.h225.CallModel;
import parley.h323.h225.CallType;
import parley.h323.h225.InfoRequestResponse;
import parley.h323.h225.InfoRequestResponseStatus;
import parley.h323.h225.RasMessage;
import parley.h323.h225.TransportChannelInfo;

/** The admitted calls of an endpoint, and what it tells the gatekeeper of them (IRR). */
final class CallReports {
  /** A call and when the next report of it is due. */
  private record Running(
      CallIdentity call, boolean routed, long bandwidth, Optional<Duration> every, long due) {
    InfoRequestResponse.PerCallInfoItem report() {
      TransportChannelInfo unknown = TransportChannelInfo.with().build();
      return InfoRequestResponse.PerCallInfoItem.with()
          .callReferenceValue(call.reference())
          .conferenceID(call.conferenceId())
          .originator(!call.answered())
          .h245(unknown)
          .callSignaling(unknown)
          .callType(new CallType.PointToPoint())
          .bandWidth(bandwidth)
          .callModel(routed ? new CallModel.GatekeeperRouted() : new CallModel.Direct())
          .callIdentifier(RasRequests.identifier(call.callId()))
          .substituteConfIDs(List.of())
          .build();
    }
  }

  private final Map<Octets, Running> calls = new LinkedHashMap<>();
  private final RasSettings settings;
  private final RasRequests requests;

  CallReports(RasSettings settings, RasRequests requests) {
    this.settings = settings;
    this.requests = requests;
  }

  void admitted(CallIdentity call, Admission admission, long now) {
    calls.put(
        call.callId(),
        new Running(
            call,
            admission.routed(),
            admission.bandwidth(),
            admission.reportEvery(),
            now + admission.reportEvery().map(Duration::toNanos).orElse(0L)));
  }

  void bandwidth(Octets callId, long granted) {
    calls.computeIfPresent(
        callId,
        (key, each) -> new Running(each.call(), each.routed(), granted, each.every(), each.due()));
  }

  /** Whether the call was known. */
  boolean ended(Octets callId) {
    return calls.remove(callId) != null;
  }

  void clear() {
    calls.clear();
  }

  List<CallIdentity> calls() {
    return calls.values().stream().map(Running::call).toList();
  }

  OptionalLong next() {
    return calls.values().stream()
        .filter(each -> each.every().isPresent())
        .mapToLong(Running::due)
        .min();
  }

  /** The calls of which a report is due now; the next one of each is due a period later. */
  List<Octets> due(long now) {
    List<Octets> due = new ArrayList<>();
    for (Running each : List.copyOf(calls.values())) {
      if (each.every().isPresent() && each.due() <= now) {
        long next = now + each.every().get().toNanos();
        due.add(each.call().callId());
        calls.put(
            each.call().callId(),
            new Running(each.call(), each.routed(), each.bandwidth(), each.every(), next));
      }
    }
    return due;
  }

  /** A report of these calls; of all where the list is empty. */
  RasMessage report(
      int sequence,
      RasRegistration registration,
      List<Octets> callIds,
      boolean unsolicited,
      Optional<InfoRequestResponseStatus> status) {
    List<InfoRequestResponse.PerCallInfoItem> items =
        calls.values().stream()
            .filter(each -> callIds.isEmpty() || callIds.contains(each.call().callId()))
            .map(Running::report)
            .toList();
    return new RasMessage.InfoRequestResponse(
        InfoRequestResponse.with()
            .requestSeqNum(sequence)
            .endpointType(settings.type())
            .endpointIdentifier(registration.endpointIdentifier())
            .rasAddress(requests.ours())
            .callSignalAddress(requests.addresses())
            .endpointAlias(settings.aliases())
            .perCallInfo(Optional.of(items).filter(all -> !all.isEmpty()))
            .needResponse(false)
            .irrStatus(status)
            .unsolicited(unsolicited)
            .build());
  }
}
