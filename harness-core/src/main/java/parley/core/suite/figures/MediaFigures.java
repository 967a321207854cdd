package parley.core.suite.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.judge.Figure;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.rtp.PayloadClocks;
import parley.core.media.rtp.ReceptionStatistics;
import parley.core.media.rtp.RtpStream;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/** What a call's media come to in numbers. */
public final class MediaFigures {
  public static List<Figure> of(CallView call) {
    List<Figure> figures = new ArrayList<>();
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      for (Heading heading : Heading.values()) {
        call.flow(kind, heading).ifPresent(flow -> figures.addAll(transport(call, flow)));
      }
      firstMedia(call, kind).ifPresent(figures::add);
    }
    figures.addAll(video(call));
    return List.copyOf(figures);
  }

  /** RFC 3550 figures of one flow; of received sound also its rating. */
  public static List<Figure> transport(CallView call, MediaFlow flow) {
    String name =
        flow.kind().name().toLowerCase(Locale.ROOT)
            + " "
            + (flow.heading() == Heading.SENT ? "sent" : "received");
    RtpStream stream = stream(call, flow);
    long count = stream.packets();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure(name + ", packets", Long.toString(count), "packets", count));
    figures.add(new Figure(name + ", lost", Long.toString(stream.lost()), "packets", count));
    figures.add(
        new Figure(name + ", octets", Long.toString(stream.payloadOctets()), "octets", count));
    stream
        .jitter()
        .ifPresent(
            jitter -> {
              figures.add(millis(name + ", jitter mean", jitter.mean(), count));
              figures.add(millis(name + ", jitter max", jitter.max(), count));
            });
    if (flow.kind() == MediaKind.AUDIO && flow.heading() == Heading.RECEIVED) {
      figures.addAll(SpeechFigures.of(call, flow, stream));
    }
    return figures;
  }

  private static Figure millis(String name, double value, long count) {
    return new Figure(name, String.format(Locale.ROOT, "%.3f", value), "ms", count);
  }

  /** The flow's statistics with the clocks its payload types were agreed with. */
  public static RtpStream stream(CallView call, MediaFlow flow) {
    ReceptionStatistics statistics = new ReceptionStatistics(flow.ssrc(), clocks(call, flow));
    flow.packets().forEach(packet -> statistics.accept(packet.timeNanos(), packet.rtp()));
    return statistics.stream();
  }

  private static PayloadClocks clocks(CallView call, MediaFlow flow) {
    Map<Integer, Integer> rates = new HashMap<>();
    for (CallEvent.Agreed agreed : call.call().all(CallEvent.Agreed.class)) {
      for (MediaAgreement.Line line : agreed.agreement().lines()) {
        List<Format> formats =
            flow.heading() == Heading.SENT ? line.theirs().formats() : line.ours().formats();
        for (Format format : formats) {
          if (line.kind() == flow.kind() && !format.is("telephone-event")) {
            rates.put(format.payloadType(), format.clockRate());
          }
        }
      }
    }
    return PayloadClocks.with(rates);
  }

  private static Optional<Figure> firstMedia(CallView call, MediaKind kind) {
    List<MediaFlow.Arrival> packets = call.received(kind);
    return call.answered()
        .filter(answered -> !packets.isEmpty())
        .map(
            answered ->
                new Figure(
                    "first " + kind.name().toLowerCase(Locale.ROOT) + " after the answer",
                    String.format(
                        Locale.ROOT,
                        "%.1f",
                        (packets.getFirst().timeNanos() - answered.timeNanos()) / 1e6),
                    "ms",
                    1));
  }

  private static List<Figure> video(CallView call) {
    H264View view = H264View.of(call);
    if (view.units().isEmpty()) {
      return List.of();
    }
    try {
      DecodedVideo decoded = DecodedVideo.of(view);
      List<DecodedVideo.Shown> pictures = decoded.pictures();
      List<Figure> figures = new ArrayList<>();
      figures.add(
          new Figure(
              "pictures decoded",
              Integer.toString(pictures.size()),
              "pictures",
              view.units().size()));
      if (!pictures.isEmpty()) {
        DecodedVideo.Shown last = pictures.getLast();
        figures.add(
            new Figure(
                "picture size", last.width() + "x" + last.height(), "samples", pictures.size()));
        long stamped = pictures.stream().filter(shown -> shown.stamp().isPresent()).count();
        if (stamped > 0) {
          figures.add(
              new Figure(
                  "pictures with a readable frame number",
                  Long.toString(stamped),
                  "pictures",
                  pictures.size()));
        }
        figures.addAll(MotionFigures.of(call, view.units().size(), pictures));
      }
      return figures;
    } catch (CodecUnavailable absent) {
      return List.of(new Figure("pictures decoded", "not decoded", "", view.units().size()));
    }
  }

  private MediaFigures() {}
}
