package parley.h323.capability;

import java.util.Optional;
import parley.core.call.MediaKind;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.DataApplicationCapability;
import parley.h323.h245.DataType;
import parley.h323.h245.H235Media;
import parley.h323.h245.VideoCapability;

/** One medium as H.245 writes it, whether in a capability table or in a logical channel. */
public sealed interface MediaCapability {
  record Audio(AudioCapability capability) implements MediaCapability {}

  record Video(VideoCapability capability) implements MediaCapability {}

  record Data(DataApplicationCapability capability) implements MediaCapability {}

  /** AUDIO, VIDEO, CONTENT for video with a role, OTHER for data. */
  default MediaKind kind() {
    return switch (this) {
      case Audio _ -> MediaKind.AUDIO;
      case Video video -> video.role().isPresent() ? MediaKind.CONTENT : MediaKind.VIDEO;
      case Data _ -> MediaKind.OTHER;
    };
  }

  /** The role of H.239, where there is one. */
  default Optional<ContentRole> role() {
    return this instanceof Video(var video) ? ContentRole.of(video) : Optional.empty();
  }

  /** As the data type of a logical channel. */
  default DataType dataType() {
    return switch (this) {
      case Audio(var audio) -> new DataType.AudioData(audio);
      case Video(var video) -> new DataType.VideoData(video);
      case Data(var data) -> new DataType.Data(data);
    };
  }

  /** As the data type of a channel that is encrypted (H.235.6 clause 8.5). */
  default DataType encrypted(parley.h323.per.ObjectIdentifier algorithm) {
    return new DataType.H235Media(
        H235Media.with()
            .encryptionAuthenticationAndIntegrity(Encryption.of(algorithm))
            .mediaType(
                switch (this) {
                  case Audio(var audio) -> new H235Media.MediaType.AudioData(audio);
                  case Video(var video) -> new H235Media.MediaType.VideoData(video);
                  case Data(var data) -> new H235Media.MediaType.Data(data);
                })
            .build());
  }

  /** What a logical channel carries, encrypted or not; empty where it is no medium. */
  static Optional<MediaCapability> of(DataType type) {
    return switch (type) {
      case DataType.AudioData(var audio) -> Optional.of(new Audio(audio));
      case DataType.VideoData(var video) -> Optional.of(new Video(video));
      case DataType.Data(var data) -> Optional.of(new Data(data));
      case DataType.H235Media(var media) -> of(media.mediaType());
      case DataType.NonStandard _ -> Optional.empty();
      case DataType.NullData _ -> Optional.empty();
      case DataType.EncryptionData _ -> Optional.empty();
      case DataType.H235Control _ -> Optional.empty();
      case DataType.MultiplexedStream _ -> Optional.empty();
      case DataType.RedundancyEncoding _ -> Optional.empty();
      case DataType.MultiplePayloadStream _ -> Optional.empty();
      case DataType.DepFec _ -> Optional.empty();
      case DataType.Fec _ -> Optional.empty();
      case DataType.UnrecognizedAlternative _ -> Optional.empty();
    };
  }

  private static Optional<MediaCapability> of(H235Media.MediaType type) {
    return switch (type) {
      case H235Media.MediaType.AudioData(var audio) -> Optional.of(new Audio(audio));
      case H235Media.MediaType.VideoData(var video) -> Optional.of(new Video(video));
      case H235Media.MediaType.Data(var data) -> Optional.of(new Data(data));
      case H235Media.MediaType.NonStandard _ -> Optional.empty();
      case H235Media.MediaType.RedundancyEncoding _ -> Optional.empty();
      case H235Media.MediaType.MultiplePayloadStream _ -> Optional.empty();
      case H235Media.MediaType.DepFec _ -> Optional.empty();
      case H235Media.MediaType.Fec _ -> Optional.empty();
      case H235Media.MediaType.UnrecognizedAlternative _ -> Optional.empty();
    };
  }
}
