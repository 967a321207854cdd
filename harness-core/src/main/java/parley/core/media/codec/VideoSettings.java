package parley.core.media.codec;

import java.util.Optional;

/**
 * How video is to be coded.
 *
 * @param width luma samples, even
 * @param height luma samples, even
 * @param framesPerSecond whole frames
 * @param bitRate bit/s
 * @param framesPerIntra an IDR picture at least every so many frames
 * @param largestNalUnit octets no NAL unit may exceed (packetization-mode 0); empty: no slices
 */
public record VideoSettings(
    int width,
    int height,
    int framesPerSecond,
    int bitRate,
    int framesPerIntra,
    Optional<Integer> largestNalUnit) {
  public VideoSettings {
    if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(width + "x" + height + " cannot be coded");
    }
    if (framesPerSecond < 1 || bitRate < 1000 || framesPerIntra < 1) {
      throw new IllegalArgumentException("rates must be positive");
    }
  }

  /** 640x360, 25 frames and 512 kbit/s a second, an IDR picture every ten seconds. */
  public static VideoSettings standard() {
    return new VideoSettings(640, 360, 25, 512_000, 250, Optional.empty());
  }

  public VideoSettings withSize(int newWidth, int newHeight) {
    return new VideoSettings(
        newWidth, newHeight, framesPerSecond, bitRate, framesPerIntra, largestNalUnit);
  }

  public VideoSettings withFramesPerSecond(int rate) {
    return new VideoSettings(width, height, rate, bitRate, framesPerIntra, largestNalUnit);
  }

  public VideoSettings withBitRate(int rate) {
    return new VideoSettings(width, height, framesPerSecond, rate, framesPerIntra, largestNalUnit);
  }

  public VideoSettings withFramesPerIntra(int frames) {
    return new VideoSettings(width, height, framesPerSecond, bitRate, frames, largestNalUnit);
  }

  public VideoSettings withLargestNalUnit(int octets) {
    return new VideoSettings(
        width, height, framesPerSecond, bitRate, framesPerIntra, Optional.of(octets));
  }
}
