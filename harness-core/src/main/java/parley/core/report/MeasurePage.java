package parley.core.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import parley.core.measure.Interval;
import parley.core.measure.MeasuredCapture;
import parley.core.measure.MeasuredStream;
import parley.core.measure.StreamReports;
import parley.core.media.rtp.LossPattern;
import parley.core.media.rtp.RtpStream;
import parley.core.trace.Parties;

/**
 * What the page of a measured capture shows, in words and numbers.
 *
 * @param capture name of the file
 * @param notes what a reader must know of the capture
 * @param tool which build measured
 */
public record MeasurePage(
    String capture, MeasuredCapture measured, List<String> notes, String tool) {
  private static final String NOTHING = "\u2013";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** A figure with its name. */
  public record Row(String name, String value) {}

  public MeasurePage {
    notes = List.copyOf(notes);
  }

  public List<MeasuredStream> streams() {
    return measured.streams();
  }

  public String totals() {
    return count(streams().size(), "RTP stream")
        + " in "
        + count(measured.packets(), "packet")
        + ", "
        + measured.datagrams()
        + " of them UDP";
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  public static String source(MeasuredStream stream) {
    return Parties.text(stream.source());
  }

  public static String destination(MeasuredStream stream) {
    return Parties.text(stream.destination());
  }

  public static String codec(MeasuredStream.Payload payload) {
    return payload
        .codec()
        .map(codec -> codec + " (" + payload.payloadType() + ")")
        .orElse("type " + payload.payloadType());
  }

  public static String jitterMean(MeasuredStream stream) {
    return stream.figures().jitter().map(jitter -> three(jitter.mean())).orElse(NOTHING);
  }

  public static String jitterMax(MeasuredStream stream) {
    return stream.figures().jitter().map(jitter -> three(jitter.max())).orElse(NOTHING);
  }

  public static String deltaMax(MeasuredStream stream) {
    return three(stream.figures().maxDeltaMillis());
  }

  public static String kilobits(MeasuredStream stream) {
    return stream.bitRate().map(rate -> one(rate / 1e3)).orElse(NOTHING);
  }

  public static String missing(MeasuredStream stream) {
    return stream.figures().missing() + " (" + three(100 * stream.missingShare()) + " %)";
  }

  public static String began(MeasuredStream stream) {
    long nanos = stream.figures().firstNanos();
    return TIME.format(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
  }

  /** Every figure of a stream. */
  public static List<Row> rows(MeasuredStream stream) {
    RtpStream figures = stream.figures();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Began", began(stream) + ", for " + three(figures.seconds()) + " s"));
    rows.add(
        new Row(
            "Payload",
            stream.payloads().stream()
                .map(payload -> codec(payload) + " in " + count(payload.packets(), "packet"))
                .collect(Collectors.joining(", "))));
    rows.add(
        new Row(
            "Packets",
            figures.packets() + " of " + figures.expected() + " expected, lost " + figures.lost()));
    rows.add(
        new Row(
            "Order",
            count(figures.duplicates(), "duplicate")
                + ", "
                + figures.reordered()
                + " reordered, "
                + count(figures.restarts(), "restart")
                + ", "
                + count(figures.strays(), "stray")));
    rows.add(
        new Row(
            "Jitter", "mean " + jitterMean(stream) + " ms, highest " + jitterMax(stream) + " ms"));
    rows.add(
        new Row(
            "Between packets",
            "mean "
                + stream.meanDeltaMillis().map(MeasurePage::three).orElse(NOTHING)
                + " ms, longest "
                + deltaMax(stream)
                + " ms, over all packets "
                + three(figures.longestGapMillis())
                + " ms"));
    rows.add(
        new Row(
            "Rate",
            kilobits(stream)
                + " kbit/s on the network, "
                + stream.payloadBitRate().map(rate -> one(rate / 1e3)).orElse(NOTHING)
                + " kbit/s of payload, "
                + stream.packetRate().map(MeasurePage::one).orElse(NOTHING)
                + " packets/s"));
    rows.add(new Row("Bursts of loss", bursts(stream)));
    stream
        .skew()
        .ifPresent(
            skew ->
                rows.add(
                    new Row(
                        "Clock skew",
                        one(skew.partsPerMillion())
                            + " ppm, standard error "
                            + one(skew.standardError())
                            + " ppm")));
    reports(rows, stream);
    return rows;
  }

  private static String bursts(MeasuredStream stream) {
    LossPattern losses = stream.losses();
    double millis = stream.millisPerPacket();
    return losses.bursts() == 0
        ? "none; in the gap " + three(100 * losses.gapDensity()) + " % lost"
        : count(losses.bursts(), "burst")
            + " of "
            + one(losses.meanBurstPackets() * millis)
            + " ms in the mean, "
            + three(100 * losses.burstDensity())
            + " % lost in them; gaps of "
            + one(losses.meanGapPackets() * millis)
            + " ms, "
            + three(100 * losses.gapDensity())
            + " % lost";
  }

  private static void reports(List<Row> rows, MeasuredStream stream) {
    StreamReports reports = stream.reports();
    reports
        .sender()
        .ifPresent(
            sender ->
                rows.add(
                    new Row(
                        "Sender reports",
                        count(sender.reports(), "report")
                            + sender
                                .between()
                                .map(
                                    counts ->
                                        ", between them "
                                            + count(counts.sent(), "packet")
                                            + " sent, "
                                            + counts.counted()
                                            + " counted")
                                .orElse(""))));
    reports
        .receiver()
        .ifPresent(
            receiver ->
                rows.add(
                    new Row(
                        "Receiver reports",
                        count(receiver.reports(), "report")
                            + ", lost "
                            + receiver.cumulativeLost()
                            + ", worst fraction "
                            + three(100 * receiver.fractionLostMax())
                            + " %")));
    reports
        .roundTrip()
        .ifPresent(
            trip ->
                rows.add(
                    new Row(
                        "Round trip",
                        "mean "
                            + three(trip.mean())
                            + " ms ("
                            + three(trip.min())
                            + " to "
                            + three(trip.max())
                            + " ms, measured "
                            + trip.measured()
                            + " times), from the capture to the receiver and back")));
  }

  /** The plots of a stream: rate, jitter where there is one, losses where there are any. */
  public static List<Plot> plots(MeasuredStream stream) {
    double seconds = stream.intervalSeconds();
    List<Plot> plots = new ArrayList<>();
    plots.add(plot(stream, "kbit/s", each -> 8e-3 * each.networkOctets() / seconds));
    if (stream.figures().jitter().isPresent()) {
      plots.add(plot(stream, "highest jitter, ms", Interval::jitterMaxMillis));
    }
    if (stream.figures().missing() > 0) {
      plots.add(plot(stream, "packets lost", each -> Math.max(0, each.lost())));
    }
    return plots;
  }

  private static Plot plot(MeasuredStream stream, String name, ToDoubleFunction<Interval> figure) {
    return Plot.of(
        name, stream.intervals().stream().mapToDouble(figure).toArray(), stream.intervalSeconds());
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value + 0.0);
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value + 0.0);
  }
}
