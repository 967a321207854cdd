package parley.h323.capability;

import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.h323.h245.GenericCapability;
import parley.h323.h245.H261VideoCapability;
import parley.h323.h245.H263VideoCapability;
import parley.h323.h245.VideoCapability;

/** Between video formats and video capabilities (H.245 clause B.2.2.5, H.241). */
final class VideoFormats {
  /** Baseline of H.261 and H.263 where a format names no picture: CIF at every picture. */
  private static final int EVERY_PICTURE = 1;

  private static final int USUAL_RATE = 3_840;

  private VideoFormats() {}

  /**
   * What the capability stands for, best first; never empty.
   *
   * @param modes packetization modes of H.264 that the receiver takes, in order of preference
   */
  static List<Format> read(
      VideoCapability capability, int dynamic, List<Integer> modes, NonStandardCodecs known) {
    return switch (capability) {
      case VideoCapability.NonStandard(var parameter) -> List.of(known.format(parameter, dynamic));
      case VideoCapability.H261VideoCapability(var h261) -> List.of(h261(h261));
      case VideoCapability.H262VideoCapability _ -> List.of(new Format(32, "MPV", 90_000));
      case VideoCapability.H263VideoCapability(var h263) -> List.of(h263(h263, dynamic));
      case VideoCapability.Is11172VideoCapability _ -> List.of(new Format(32, "MPV", 90_000));
      case VideoCapability.GenericVideoCapability(var generic) -> generic(generic, dynamic, modes);
      case VideoCapability.ExtendedVideoCapability(var extended) ->
          extended.videoCapability().isEmpty()
              ? List.of(new Format(dynamic, "extended-video", 0))
              : extended.videoCapability().stream()
                  .flatMap(each -> read(each, dynamic, modes, known).stream())
                  .toList();
      case VideoCapability.UnrecognizedAlternative(int index, var _) ->
          List.of(new Format(dynamic, "unrecognized-video-" + index, 0));
    };
  }

  private static List<Format> generic(GenericCapability generic, int dynamic, List<Integer> modes) {
    Optional<H264Capability> h264 = H264Capability.read(generic);
    if (h264.isPresent()) {
      return h264.get().formats(dynamic, modes);
    }
    if (Identifiers.is(generic.capabilityIdentifier(), Identifiers.H265_ASSUMED)) {
      return List.of(H265Parameters.read(generic, dynamic));
    }
    return List.of(new Format(dynamic, GenericNames.name(generic.capabilityIdentifier()), 0));
  }

  private static Format h261(H261VideoCapability h261) {
    Format format = new Format(31, "H261", 90_000);
    format = picture(format, "cif", h261.cifMPI());
    format = picture(format, "qcif", h261.qcifMPI());
    if (h261.stillImageTransmission()) {
      format = format.with("d", "1"); // RFC 4587 clause 6.2: Annex D, still images
    }
    return rate(format, h261.maxBitRate());
  }

  private static Format h263(H263VideoCapability h263, int dynamic) {
    // The options came with the second version, whose payload format is another (RFC 4629).
    boolean second = h263.h263Options().isPresent();
    Format format =
        second ? new Format(dynamic, "H263-1998", 90_000) : new Format(34, "H263", 90_000);
    format = picture(format, "cif16", h263.cif16MPI());
    format = picture(format, "cif4", h263.cif4MPI());
    format = picture(format, "cif", h263.cifMPI());
    format = picture(format, "qcif", h263.qcifMPI());
    format = picture(format, "sqcif", h263.sqcifMPI());
    format = annex(format, "d", h263.unrestrictedVector());
    format = annex(format, "e", h263.arithmeticCoding());
    format = annex(format, "f", h263.advancedPrediction());
    format = annex(format, "g", h263.pbFrames());
    return rate(format, h263.maxBitRate());
  }

  private static Format picture(Format format, String size, Optional<Integer> interval) {
    return interval.map(each -> format.with(size, Integer.toString(each))).orElse(format);
  }

  private static Format annex(Format format, String name, boolean present) {
    return present ? format.with(name, "1") : format;
  }

  private static Format rate(Format format, int hundreds) {
    return format.with(H264Capability.BIT_RATE, Integer.toString(hundreds * 100));
  }

  /** The capability for a format; empty where H.245 has none that we know. */
  static Optional<VideoCapability> write(Format format, NonStandardCodecs known) {
    Optional<VideoCapability> outside =
        known.parameter(format).map(VideoCapability.NonStandard::new);
    if (outside.isPresent()) {
      return outside;
    }
    return switch (format.codec().toUpperCase(java.util.Locale.ROOT)) {
      case "H264" ->
          Optional.of(
              new VideoCapability.GenericVideoCapability(H264Capability.of(format).write()));
      case "H265" ->
          Optional.of(new VideoCapability.GenericVideoCapability(H265Parameters.write(format)));
      case "H261" -> Optional.of(new VideoCapability.H261VideoCapability(writeH261(format)));
      case "H263" -> Optional.of(new VideoCapability.H263VideoCapability(writeH263(format)));
      default -> Optional.empty();
    };
  }

  private static H261VideoCapability writeH261(Format format) {
    Optional<Integer> cif = interval(format, "cif", 4);
    Optional<Integer> qcif = interval(format, "qcif", 4);
    return H261VideoCapability.with()
        .cifMPI(cif.isEmpty() && qcif.isEmpty() ? Optional.of(EVERY_PICTURE) : cif)
        .qcifMPI(qcif)
        .temporalSpatialTradeOffCapability(false)
        .maxBitRate(maxBitRate(format, 19_200))
        .stillImageTransmission(format.parameter("d").isPresent())
        .build();
  }

  private static H263VideoCapability writeH263(Format format) {
    boolean none =
        List.of("sqcif", "qcif", "cif", "cif4", "cif16").stream()
            .allMatch(size -> format.parameter(size).isEmpty());
    return H263VideoCapability.with()
        .sqcifMPI(interval(format, "sqcif", 32))
        .qcifMPI(interval(format, "qcif", 32))
        .cifMPI(none ? Optional.of(EVERY_PICTURE) : interval(format, "cif", 32))
        .cif4MPI(interval(format, "cif4", 32))
        .cif16MPI(interval(format, "cif16", 32))
        .maxBitRate(maxBitRate(format, 192_400))
        .unrestrictedVector(format.parameter("d").isPresent())
        .arithmeticCoding(format.parameter("e").isPresent())
        .advancedPrediction(format.parameter("f").isPresent())
        .pbFrames(format.parameter("g").isPresent())
        .temporalSpatialTradeOffCapability(false)
        .build();
  }

  private static Optional<Integer> interval(Format format, String size, int longest) {
    return Numbers.read(format, size).filter(each -> each >= 1 && each <= longest);
  }

  private static int maxBitRate(Format format, int most) {
    int rate =
        Numbers.read(format, H264Capability.BIT_RATE).map(each -> each / 100).orElse(USUAL_RATE);
    return Math.clamp(rate, 1, most);
  }
}
