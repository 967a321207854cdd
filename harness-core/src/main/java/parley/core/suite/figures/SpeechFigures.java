package parley.core.suite.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.judge.Figure;
import parley.core.media.rtp.RtpStream;
import parley.core.quality.emodel.CodecImpairment;
import parley.core.quality.emodel.CodecImpairment.Confidence;
import parley.core.quality.emodel.CodecImpairment.Known;
import parley.core.quality.emodel.CodecImpairment.Unknown;
import parley.core.quality.emodel.EquipmentImpairment;
import parley.core.quality.emodel.FullbandModel;
import parley.core.quality.emodel.NarrowbandLine;
import parley.core.quality.emodel.NarrowbandModel;
import parley.core.quality.emodel.PacketLoss;
import parley.core.quality.emodel.Rating;
import parley.core.quality.emodel.WidebandModel;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/**
 * What the E-model makes of the sound that came: of its codec and its loss, with the default values
 * for all that a record cannot tell. No delay from mouth to ear stands in a record, so none is
 * counted, and the names say so; loss is taken as random and not concealed.
 */
final class SpeechFigures {
  private SpeechFigures() {}

  static List<Figure> of(CallView call, MediaFlow flow, RtpStream stream) {
    Optional<Format> format = format(call, flow);
    if (format.isEmpty() || stream.expected() <= 0) {
      return List.of();
    }
    long count = stream.expected();
    CodecImpairment impairment = CodecImpairment.of(format.get().codec(), false);
    return switch (impairment) {
      case Unknown unknown ->
          List.of(
              new Figure(
                  "audio received, R (" + unknown.codec() + ": " + unknown.reason() + ")",
                  "unknown",
                  "",
                  count));
      case Known known -> {
        double percent = 100.0 * Math.max(0, stream.missing()) / count;
        Rating rating = rate(known.impairment(), PacketLoss.random(Math.min(100, percent)));
        String model =
            known.codec()
                + "; "
                + rating.scale().recommendation()
                + ", without delay"
                + (known.confidence() == Confidence.CONFIRMED
                    ? ""
                    : "; impairment from " + known.source());
        yield List.of(
            new Figure(
                "audio received, R (" + model + ")",
                String.format(Locale.ROOT, "%.1f", rating.r()),
                "of " + (int) rating.scale().top(),
                count),
            new Figure(
                "audio received, MOS (" + model + ")",
                String.format(Locale.ROOT, "%.2f", rating.mos()),
                "1 to 4.5",
                count));
      }
    };
  }

  private static Rating rate(EquipmentImpairment impairment, PacketLoss loss) {
    return switch (impairment.scale()) {
      case NARROWBAND -> NarrowbandModel.rate(NarrowbandLine.DEFAULT, impairment, loss);
      case WIDEBAND -> WidebandModel.rate(0, impairment, loss);
      case FULLBAND -> FullbandModel.rate(0, impairment, loss);
    };
  }

  /** The agreed format of most packets that are speech. */
  private static Optional<Format> format(CallView call, MediaFlow flow) {
    Map<Integer, Format> formats = new HashMap<>();
    for (CallEvent.Agreed agreed : call.call().all(CallEvent.Agreed.class)) {
      for (MediaAgreement.Line line : agreed.agreement().lines()) {
        if (line.kind() == MediaKind.AUDIO) {
          for (Format format : line.ours().formats()) {
            if (!format.is("telephone-event")) {
              formats.put(format.payloadType(), format);
            }
          }
        }
      }
    }
    Map<Integer, Integer> packets = new HashMap<>();
    for (MediaFlow.Arrival packet : flow.packets()) {
      packets.merge(packet.rtp().payloadType(), 1, Integer::sum);
    }
    return formats.values().stream()
        .filter(format -> packets.containsKey(format.payloadType()))
        .max(Comparator.comparingInt(format -> packets.getOrDefault(format.payloadType(), 0)));
  }
}
