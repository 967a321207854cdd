package parley.core.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.DecodedPicture;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.signal.TestPicture.Stamp;
import parley.core.media.signal.TestPictureReader;
import parley.core.media.video.AccessUnit;

/**
 * The pictures of a stream. Decoding runs on one thread with fixed settings, so that live and
 * replay give the same pictures.
 */
public record DecodedVideo(List<Shown> pictures, long errors) {
  /**
   * One decoded picture.
   *
   * @param packet first packet of the access unit it was coded in
   * @param nanos when that packet passed the socket
   * @param stamp number and time burnt into our own test picture, if it is one
   */
  public record Shown(
      long packet, long nanos, int width, int height, boolean damaged, Optional<Stamp> stamp) {}

  public DecodedVideo {
    pictures = List.copyOf(pictures);
  }

  public static DecodedVideo of(H264View view) throws CodecUnavailable {
    List<Shown> shown = new ArrayList<>();
    try (VideoDecoder decoder = VideoDecoder.open()) {
      for (AccessUnit unit : view.units()) {
        if (!unit.packets().isEmpty()) {
          add(decoder.decode(unit.completeNals(), unit.packets().getFirst()), view, shown);
        }
      }
      add(decoder.flush(), view, shown);
      return new DecodedVideo(shown, decoder.errors());
    }
  }

  private static void add(List<DecodedPicture> decoded, H264View view, List<Shown> shown) {
    for (DecodedPicture picture : decoded) {
      shown.add(
          new Shown(
              picture.token(),
              view.times().getOrDefault(picture.token(), 0L),
              picture.picture().width(),
              picture.picture().height(),
              picture.damaged(),
              TestPictureReader.read(picture.picture())));
    }
  }
}
