package parley.lab.measure;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.measure.MeasuredCapture;
import parley.core.measure.MeasuredStream;
import parley.core.measure.StreamReports;
import parley.core.media.rtp.LossPattern;
import parley.core.media.rtp.RtpStream;
import parley.core.trace.Parties;
import parley.lab.console.Plain;

/** The streams of a capture, one a line; on a narrow terminal, or where more is wanted, several. */
public final class FigureTable {
  private static final String ROW =
      "%4s  %-22s %-22s %-10s  %-14s %9s %8s %6s %7s %8s %8s %9s %9s%n";
  private static final int WIDTH_OF_A_ROW = 150;

  private final int width;
  private final PrintWriter out;

  public FigureTable(int width, PrintWriter out) {
    this.width = width;
    this.out = out;
  }

  /** All streams in their order, numbered from 1. */
  public void print(MeasuredCapture measured, boolean verbose) {
    boolean rows = width >= WIDTH_OF_A_ROW && !verbose;
    if (rows) {
      out.printf(
          Locale.ROOT,
          ROW,
          "no.",
          "source",
          "destination",
          "ssrc",
          "codec",
          "packets",
          "lost",
          "dupl.",
          "reord.",
          "jitter",
          "max ms",
          "gap ms",
          "kbit/s");
    }
    int number = 0;
    for (MeasuredStream stream : measured.streams()) {
      number++;
      if (rows) {
        row(number, stream);
      } else {
        block(number, stream, verbose);
      }
    }
  }

  private void row(int number, MeasuredStream stream) {
    RtpStream figures = stream.figures();
    Optional<RtpStream.Jitter> jitter = figures.jitter();
    out.printf(
        Locale.ROOT,
        ROW,
        number,
        Parties.text(stream.source()),
        Parties.text(stream.destination()),
        figures.ssrc(),
        Plain.fitted(codec(stream.payload()), 14, "~"),
        figures.packets(),
        figures.lost(),
        figures.duplicates(),
        figures.reordered(),
        jitter.map(each -> three(each.mean())).orElse("-"),
        jitter.map(each -> three(each.max())).orElse("-"),
        three(figures.maxDeltaMillis()),
        stream.bitRate().map(rate -> one(rate / 1e3)).orElse("-"));
  }

  private void block(int number, MeasuredStream stream, boolean verbose) {
    RtpStream figures = stream.figures();
    if (number > 1) {
      out.println();
    }
    out.println(
        number
            + ". "
            + Parties.text(stream.source())
            + " > "
            + Parties.text(stream.destination())
            + "  "
            + figures.ssrc());
    line(
        "codec",
        stream.payloads().stream()
            .map(
                payload ->
                    codec(payload) + (stream.payloads().size() == 1 ? "" : " " + payload.packets()))
            .collect(Collectors.joining(", ")));
    line(
        "packets",
        figures.packets()
            + " in "
            + three(figures.seconds())
            + " s, lost "
            + figures.lost()
            + " (missing "
            + figures.missing()
            + ", "
            + three(100 * stream.missingShare())
            + " %), duplicates "
            + figures.duplicates()
            + ", reordered "
            + figures.reordered());
    line(
        "jitter",
        figures
            .jitter()
            .map(each -> "mean " + three(each.mean()) + " ms, max " + three(each.max()) + " ms")
            .orElse("not known: nothing says the clock of this payload type"));
    line(
        "delta",
        "mean "
            + stream.meanDeltaMillis().map(FigureTable::three).orElse("-")
            + " ms, max "
            + three(figures.maxDeltaMillis())
            + " ms, longest gap "
            + three(figures.longestGapMillis())
            + " ms");
    line(
        "rate",
        stream.bitRate().map(rate -> one(rate / 1e3)).orElse("-")
            + " kbit/s on the network, "
            + stream.payloadBitRate().map(rate -> one(rate / 1e3)).orElse("-")
            + " kbit/s of payload, "
            + stream.packetRate().map(FigureTable::one).orElse("-")
            + " packets/s");
    if (verbose) {
      details(stream);
    }
  }

  private void details(MeasuredStream stream) {
    RtpStream figures = stream.figures();
    LossPattern losses = stream.losses();
    line(
        "losses",
        losses.bursts()
            + " bursts of "
            + one(losses.meanBurstPackets())
            + " packets ("
            + one(losses.meanBurstPackets() * stream.millisPerPacket())
            + " ms), density "
            + three(losses.burstDensity())
            + "; gaps of "
            + one(losses.meanGapPackets())
            + " packets, density "
            + three(losses.gapDensity()));
    if (figures.restarts() + figures.strays() > 0) {
      line("numbers", figures.restarts() + " restarts, " + figures.strays() + " strays");
    }
    stream
        .skew()
        .ifPresent(
            skew ->
                line(
                    "clock skew",
                    one(skew.partsPerMillion())
                        + " ppm, standard error "
                        + one(skew.standardError())));
    line("found by", stream.foundBy().name().toLowerCase(Locale.ROOT));
    reports(stream);
  }

  private void reports(MeasuredStream stream) {
    StreamReports reports = stream.reports();
    reports
        .sender()
        .ifPresent(
            sender ->
                line(
                    "sender",
                    sender.reports()
                        + " reports"
                        + sender
                            .between()
                            .map(
                                counts ->
                                    ", between them "
                                        + counts.sent()
                                        + " packets sent, "
                                        + counts.counted()
                                        + " counted")
                            .orElse("")));
    reports
        .receiver()
        .ifPresent(
            receiver ->
                line(
                    "receiver",
                    receiver.reports()
                        + " reports, lost "
                        + receiver.cumulativeLost()
                        + ", worst fraction "
                        + three(receiver.fractionLostMax())
                        + jitter(stream, receiver)));
    reports
        .roundTrip()
        .ifPresent(
            trip ->
                line(
                    "round trip",
                    trip.measured()
                        + " times, min "
                        + three(trip.min())
                        + " ms, mean "
                        + three(trip.mean())
                        + " ms, max "
                        + three(trip.max())
                        + " ms, from the capture to the receiver and back"));
  }

  private static String jitter(MeasuredStream stream, StreamReports.Receiver receiver) {
    int rate = stream.payload().clockRate();
    return rate == 0
        ? ""
        : ", jitter mean "
            + three(1e3 * receiver.jitterMean() / rate)
            + " ms, max "
            + three(1e3 * receiver.jitterMax() / rate)
            + " ms";
  }

  private void line(String name, String text) {
    out.println("   " + Plain.padded(name, 11) + Plain.line(text));
  }

  /** The codec where it is known, else the number; from the wire, so made plain. */
  private static String codec(MeasuredStream.Payload payload) {
    return payload
        .codec()
        .map(codec -> Plain.line(codec) + " (" + payload.payloadType() + ")")
        .orElse("type " + payload.payloadType());
  }

  private static String one(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text;
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
