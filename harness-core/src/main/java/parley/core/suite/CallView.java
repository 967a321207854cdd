package parley.core.suite;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.plan.Plan;
import parley.core.record.Heading;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;

/** One call of a record with its media: what most checks look at. */
public record CallView(
    Plan plan,
    CallTranscript call,
    List<MediaFlow> flows,
    List<Report> reports,
    List<Unreadable> unreadable) {
  public CallView {
    flows = List.copyOf(flows);
    reports = List.copyOf(reports);
    unreadable = List.copyOf(unreadable);
  }

  /** A media datagram whose protection could not be taken off; it stands in no flow. */
  public record Unreadable(
      long number, long timeNanos, Heading heading, MediaKind kind, String problem) {}

  /** One RTCP packet of the call; {@code number} is the packet of the capture that holds it. */
  public record Report(
      long number, long timeNanos, Heading heading, MediaKind kind, RtcpPacket rtcp) {}

  /** A call that was never made. */
  public static CallView none(Plan plan) {
    return new CallView(
        plan,
        new CallTranscript("", Heading.SENT, Optional.empty(), List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  /** When the call was made; {@link Long#MAX_VALUE} for one that was not. */
  public long dialledNanos() {
    return call.first(CallEvent.Dialled.class).map(CallEvent::timeNanos).orElse(Long.MAX_VALUE);
  }

  public Optional<CallEvent.Answered> answered() {
    return call.first(CallEvent.Answered.class);
  }

  /** The first agreement of the call. */
  public Optional<MediaAgreement> agreement() {
    return call.firstAgreement().map(CallEvent.Agreed::agreement);
  }

  /** The flow of that kind with most packets: a source that changes its SSRC has several. */
  public Optional<MediaFlow> flow(MediaKind kind, Heading heading) {
    return flows(kind, heading).stream()
        .max(java.util.Comparator.comparingInt(flow -> flow.packets().size()));
  }

  public List<MediaFlow> flows(MediaKind kind, Heading heading) {
    return flows.stream().filter(flow -> flow.kind() == kind && flow.heading() == heading).toList();
  }

  /** All packets of the candidate of that kind, whatever source it names, in order of time. */
  public List<MediaFlow.Arrival> received(MediaKind kind) {
    return packets(kind, Heading.RECEIVED);
  }

  /** The same of either side. */
  public List<MediaFlow.Arrival> packets(MediaKind kind, Heading heading) {
    return flows(kind, heading).stream()
        .flatMap(flow -> flow.packets().stream())
        .sorted(java.util.Comparator.comparingLong(MediaFlow.Arrival::number))
        .toList();
  }

  public <R extends RtcpPacket> List<Report> reports(Class<R> type, Heading heading) {
    return reports.stream()
        .filter(report -> report.heading() == heading && type.isInstance(report.rtcp()))
        .toList();
  }
}
