package parley.h323.security;

import java.util.List;
import java.util.Optional;
import parley.h323.h245.DataType;
import parley.h323.h245.H235Media;

/**
 * The data type of an encrypted logical channel.
 *
 * @param media what is carried
 * @param ciphers how, most wanted first; only one makes sense where a channel is opened
 */
public record SecuredMedia(DataType media, List<MediaCipher> ciphers) {
  public SecuredMedia {
    ciphers = List.copyOf(ciphers);
  }

  /** As an h235Media; empty where this medium has no place in one. */
  public Optional<DataType> write() {
    return mediaType(media)
        .map(
            type ->
                new DataType.H235Media(
                    H235Media.with()
                        .encryptionAuthenticationAndIntegrity(
                            SecuredCapabilities.algorithms(ciphers))
                        .mediaType(type)
                        .build()));
  }

  /** Reads one; empty where the channel is in clear, or carries what cannot be opened so. */
  public static Optional<SecuredMedia> read(DataType type) {
    return type instanceof DataType.H235Media(H235Media secured)
        ? media(secured.mediaType())
            .map(
                media ->
                    new SecuredMedia(
                        media,
                        SecuredCapabilities.ciphers(
                            secured.encryptionAuthenticationAndIntegrity())))
        : Optional.empty();
  }

  private static Optional<H235Media.MediaType> mediaType(DataType type) {
    return switch (type) {
      case DataType.NonStandard(var value) ->
          Optional.of(new H235Media.MediaType.NonStandard(value));
      case DataType.VideoData(var value) -> Optional.of(new H235Media.MediaType.VideoData(value));
      case DataType.AudioData(var value) -> Optional.of(new H235Media.MediaType.AudioData(value));
      case DataType.Data(var value) -> Optional.of(new H235Media.MediaType.Data(value));
      case DataType.RedundancyEncoding(var value) ->
          Optional.of(new H235Media.MediaType.RedundancyEncoding(value));
      case DataType.MultiplePayloadStream(var value) ->
          Optional.of(new H235Media.MediaType.MultiplePayloadStream(value));
      case DataType.DepFec(var value) -> Optional.of(new H235Media.MediaType.DepFec(value));
      case DataType.Fec(var value) -> Optional.of(new H235Media.MediaType.Fec(value));
      case DataType.NullData _,
          DataType.EncryptionData _,
          DataType.H235Control _,
          DataType.H235Media _,
          DataType.MultiplexedStream _,
          DataType.UnrecognizedAlternative _ ->
          Optional.empty();
    };
  }

  private static Optional<DataType> media(H235Media.MediaType type) {
    return switch (type) {
      case H235Media.MediaType.NonStandard(var value) ->
          Optional.of(new DataType.NonStandard(value));
      case H235Media.MediaType.VideoData(var value) -> Optional.of(new DataType.VideoData(value));
      case H235Media.MediaType.AudioData(var value) -> Optional.of(new DataType.AudioData(value));
      case H235Media.MediaType.Data(var value) -> Optional.of(new DataType.Data(value));
      case H235Media.MediaType.RedundancyEncoding(var value) ->
          Optional.of(new DataType.RedundancyEncoding(value));
      case H235Media.MediaType.MultiplePayloadStream(var value) ->
          Optional.of(new DataType.MultiplePayloadStream(value));
      case H235Media.MediaType.DepFec(var value) -> Optional.of(new DataType.DepFec(value));
      case H235Media.MediaType.Fec(var value) -> Optional.of(new DataType.Fec(value));
      case H235Media.MediaType.UnrecognizedAlternative _ -> Optional.empty();
    };
  }
}
