package parley.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.measure.Interval;
import parley.core.measure.MeasuredCapture;
import parley.core.measure.MeasuredStream;
import parley.core.measure.StreamReports;
import parley.core.media.rtp.LossPattern;
import parley.core.media.rtp.RtpStream;
import parley.core.trace.Parties;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of a capture as one JSON object, ASCII only. Its names and their units are described
 * in {@code docs/measure.md} and do not change their meaning without a new {@code format}.
 */
public final class MeasureJson {
  /** Raised when a key changes its meaning. */
  public static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private MeasureJson() {}

  /**
   * On one line, without a line feed.
   *
   * @param capture name of the file
   * @param endedEarly why it could not be read to its end
   * @param notes what else a reader must know
   */
  public static String write(
      String capture, MeasuredCapture measured, Optional<String> endedEarly, List<String> notes) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("capture", capture);
    root.put("packets", measured.packets());
    root.put("datagrams", measured.datagrams());
    root.put("unrecognised", measured.unrecognised());
    root.put("untracked", measured.untracked());
    root.put("cut", measured.cut());
    root.put("rtcp", measured.rtcp());
    root.put("rtcpUnread", measured.rtcpUnread());
    endedEarly.ifPresent(why -> root.put("endedEarly", why));
    ArrayNode said = root.putArray("notes");
    notes.forEach(said::add);
    ArrayNode streams = root.putArray("streams");
    measured.streams().forEach(stream -> streams.add(stream(stream)));
    return MAPPER.writeValueAsString(root);
  }

  private static ObjectNode stream(MeasuredStream stream) {
    RtpStream figures = stream.figures();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("ssrc", figures.ssrc().toString());
    node.put("source", Parties.text(stream.source()));
    node.put("destination", Parties.text(stream.destination()));
    payloads(node, stream);
    node.put("foundBy", stream.foundBy().name().toLowerCase(Locale.ROOT));
    node.put("first", time(figures.firstNanos()));
    node.put("last", time(figures.lastNanos()));
    node.put("seconds", rounded(figures.seconds()));
    node.put("packets", figures.packets());
    node.put("expected", figures.expected());
    node.put("lost", figures.lost());
    node.put("missing", figures.missing());
    node.put("missingPercent", rounded(100 * stream.missingShare()));
    node.put("duplicates", figures.duplicates());
    node.put("reordered", figures.reordered());
    node.put("restarts", figures.restarts());
    node.put("strays", figures.strays());
    node.put("payloadOctets", figures.payloadOctets());
    node.put("networkOctets", stream.networkOctets());
    stream.bitRate().ifPresent(rate -> node.put("bitRate", Math.round(rate)));
    stream.payloadBitRate().ifPresent(rate -> node.put("payloadBitRate", Math.round(rate)));
    stream.packetRate().ifPresent(rate -> node.put("packetRate", rounded(rate)));
    figures
        .jitter()
        .ifPresent(
            jitter -> {
              node.put("jitterMeanMs", rounded(jitter.mean()));
              node.put("jitterMaxMs", rounded(jitter.max()));
              node.put("jitterLastMs", rounded(jitter.last()));
            });
    stream.meanDeltaMillis().ifPresent(delta -> node.put("deltaMeanMs", rounded(delta)));
    node.put("deltaMaxMs", rounded(figures.maxDeltaMillis()));
    node.put("longestGapMs", rounded(figures.longestGapMillis()));
    node.set("lossPattern", losses(stream));
    stream
        .skew()
        .ifPresent(
            skew ->
                node.putObject("clockSkew")
                    .put("ppm", rounded(skew.partsPerMillion()))
                    .put("standardErrorPpm", rounded(skew.standardError())));
    reports(node, stream);
    node.put("intervalSeconds", stream.intervalSeconds());
    ArrayNode intervals = node.putArray("intervals");
    stream.intervals().forEach(each -> intervals.add(interval(each)));
    return node;
  }

  private static void payloads(ObjectNode node, MeasuredStream stream) {
    MeasuredStream.Payload main = stream.payload();
    node.put("payloadType", main.payloadType());
    main.codec().ifPresent(codec -> node.put("codec", codec));
    if (main.clockRate() > 0) {
      node.put("clockRate", main.clockRate());
    }
    if (stream.payloads().size() > 1) {
      ArrayNode all = node.putArray("payloads");
      for (MeasuredStream.Payload payload : stream.payloads()) {
        ObjectNode each = all.addObject();
        each.put("payloadType", payload.payloadType());
        payload.codec().ifPresent(codec -> each.put("codec", codec));
        each.put("packets", payload.packets());
      }
    }
  }

  private static ObjectNode losses(MeasuredStream stream) {
    LossPattern losses = stream.losses();
    double millis = stream.millisPerPacket();
    return MAPPER
        .createObjectNode()
        .put("gmin", LossPattern.GMIN)
        .put("bursts", losses.bursts())
        .put("burstDensity", rounded(losses.burstDensity()))
        .put("burstMeanPackets", rounded(losses.meanBurstPackets()))
        .put("burstMeanMs", rounded(losses.meanBurstPackets() * millis))
        .put("burstLosses", losses.burstLosses())
        .put("gapDensity", rounded(losses.gapDensity()))
        .put("gapMeanPackets", rounded(losses.meanGapPackets()))
        .put("gapMeanMs", rounded(losses.meanGapPackets() * millis))
        .put("gapLosses", losses.gapLosses());
  }

  private static void reports(ObjectNode node, MeasuredStream stream) {
    StreamReports reports = stream.reports();
    reports
        .sender()
        .ifPresent(
            sender -> {
              ObjectNode said = node.putObject("senderReports").put("reports", sender.reports());
              sender
                  .between()
                  .ifPresent(
                      counts ->
                          said.put("packetsSent", counts.sent())
                              .put("packetsCounted", counts.counted())
                              .put("octetsSent", counts.octetsSent())
                              .put("octetsCounted", counts.octetsCounted()));
            });
    reports
        .receiver()
        .ifPresent(
            receiver -> {
              ObjectNode said =
                  node.putObject("receiverReports")
                      .put("reports", receiver.reports())
                      .put("fractionLostMax", rounded(receiver.fractionLostMax()))
                      .put("cumulativeLost", receiver.cumulativeLost());
              int rate = stream.payload().clockRate();
              if (rate > 0) {
                said.put("jitterMeanMs", rounded(1e3 * receiver.jitterMean() / rate))
                    .put("jitterMaxMs", rounded(1e3 * receiver.jitterMax() / rate));
              }
            });
    reports
        .roundTrip()
        .ifPresent(
            trip ->
                node.putObject("roundTrip")
                    .put("measured", trip.measured())
                    .put("minMs", rounded(trip.min()))
                    .put("meanMs", rounded(trip.mean()))
                    .put("maxMs", rounded(trip.max())));
  }

  private static ObjectNode interval(Interval interval) {
    return MAPPER
        .createObjectNode()
        .put("packets", interval.packets())
        .put("networkOctets", interval.networkOctets())
        .put("lost", interval.lost())
        .put("jitterMaxMs", rounded(interval.jitterMaxMillis()));
  }

  /** To six decimals: nanoseconds, in milliseconds. */
  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
        .toString();
  }
}
