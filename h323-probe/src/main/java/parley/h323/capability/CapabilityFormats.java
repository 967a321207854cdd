package parley.h323.capability;

import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.GenericCapability;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.NonStandardParameter;
import parley.h323.h245.VideoCapability;

/**
 * Between core's formats and the media of H.245, in both directions. Codecs without a standard are
 * told by the table this is made with.
 *
 * @param nonStandard codecs that stand in non-standard capabilities
 */
public record CapabilityFormats(NonStandardCodecs nonStandard) {
  /** Where a capability names no payload type and the codec has none of its own. */
  public static final int UNSAID = 96;

  /** With the non-standard codecs that are known without a plan. */
  public static CapabilityFormats standard() {
    return new CapabilityFormats(NonStandardCodecs.known());
  }

  /** These and a codec that a plan or a profile describes, ARES for example. */
  public CapabilityFormats with(NonStandardCodec codec) {
    return new CapabilityFormats(nonStandard.with(codec));
  }

  /**
   * The formats a medium stands for, best first; never empty. H.264 gives one for each profile and
   * packetization mode. What nobody knows keeps a name that says so ({@code generic-0.0.8.245…},
   * {@code nonstandard-B5-0026}, {@code unrecognized-video-9}).
   *
   * @param payloadType used where the codec has no static one
   * @param packetizationModes of H.264, in order of preference
   */
  public List<Format> formats(
      MediaCapability medium, int payloadType, List<Integer> packetizationModes) {
    return switch (medium) {
      case MediaCapability.Audio(var audio) ->
          List.of(AudioFormats.read(audio, payloadType, nonStandard));
      case MediaCapability.Video(var video) ->
          VideoFormats.read(video, payloadType, packetizationModes, nonStandard);
      case MediaCapability.Data(var data) ->
          List.of(DataFormats.read(data, payloadType, nonStandard));
    };
  }

  /** The one format of a logical channel with these parameters. */
  public Format format(MediaCapability medium, H2250LogicalChannelParameters parameters) {
    Format format =
        format(
            medium,
            parameters.dynamicRTPPayloadType().orElse(UNSAID),
            Packetization.mode(parameters).orElse(Packetization.SINGLE_NAL));
    return parameters.dynamicRTPPayloadType().map(format::withPayloadType).orElse(format);
  }

  /** The one format of a logical channel. */
  public Format format(MediaCapability medium, int payloadType, int packetizationMode) {
    return formats(medium, payloadType, List.of(packetizationMode)).getFirst();
  }

  /**
   * The medium a format is offered as: {@link #capability}, and where H.245 has no word for the
   * codec a generic capability under the object identifier it is called by, or a non-standard one
   * under {@link NonStandardCodecs#NAMED}. So a codec that nobody knows is offered too. Empty where
   * its name only stands for what could not be read.
   */
  public Optional<MediaCapability> offered(MediaKind kind, Format format) {
    return capability(kind, format).or(() -> named(kind, format));
  }

  private static Optional<MediaCapability> named(MediaKind kind, Format format) {
    Optional<GenericCapability> generic = GenericNames.capability(format);
    Optional<NonStandardParameter> outside = NonStandardCodecs.named(format);
    return switch (kind) {
      case AUDIO ->
          generic
              .<AudioCapability>map(AudioCapability.GenericAudioCapability::new)
              .or(() -> outside.map(AudioCapability.NonStandard::new))
              .map(MediaCapability.Audio::new);
      case VIDEO ->
          generic
              .<VideoCapability>map(VideoCapability.GenericVideoCapability::new)
              .or(() -> outside.map(VideoCapability.NonStandard::new))
              .map(MediaCapability.Video::new);
      case CONTENT, OTHER -> Optional.empty();
    };
  }

  /**
   * The medium for a format; CONTENT gets the role presentation. Empty where H.245 has no way to
   * say it that we know.
   */
  public Optional<MediaCapability> capability(MediaKind kind, Format format) {
    return switch (kind) {
      case AUDIO -> AudioFormats.write(format, nonStandard).map(MediaCapability.Audio::new);
      case VIDEO -> VideoFormats.write(format, nonStandard).map(MediaCapability.Video::new);
      case CONTENT ->
          VideoFormats.write(format, nonStandard)
              .map(ContentRole.PRESENTATION::wrap)
              .map(MediaCapability.Video::new);
      case OTHER -> DataFormats.write(format).map(MediaCapability.Data::new);
    };
  }
}
