package parley.core.quality.picture;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * PSNR of a sequence. There are two ways to make one number of many pictures, and they differ
 * widely where a few pictures are much worse than the rest: a number without its {@link Pooling}
 * says nothing.
 *
 * @param luma dB, infinite where no sample differs
 * @param whole of all planes, dB
 * @param worst of the worst picture, all planes, dB
 * @param pictures how many it rests on
 */
public record SignalToNoise(
    Pooling pooling,
    double luma,
    double blue,
    double red,
    double whole,
    double worst,
    int pictures) {
  /** How the pictures of a sequence become one number. */
  public enum Pooling {
    /** The errors are averaged, then expressed in dB: bad pictures weigh much. As FFmpeg does. */
    MEAN_OF_ERRORS,
    /**
     * The dB of the pictures are averaged: bad pictures weigh little. As libvmaf does, and like it
     * with 60 dB for a picture without any difference, which would make all infinite.
     */
    MEAN_OF_DECIBELS
  }

  private static final double MOST_IN_MEAN = 60;

  /** Of at least one picture. */
  public static SignalToNoise of(Pooling pooling, List<PictureDifference> pictures) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("no pictures");
    }
    double worst = pictures.stream().mapToDouble(PictureDifference::whole).max().orElseThrow();
    return new SignalToNoise(
        pooling,
        pooled(pooling, pictures, PictureDifference::luma),
        pooled(pooling, pictures, PictureDifference::blue),
        pooled(pooling, pictures, PictureDifference::red),
        pooled(pooling, pictures, PictureDifference::whole),
        PictureDifference.decibels(worst),
        pictures.size());
  }

  private static double pooled(
      Pooling pooling,
      List<PictureDifference> pictures,
      ToDoubleFunction<PictureDifference> plane) {
    return switch (pooling) {
      case MEAN_OF_ERRORS ->
          PictureDifference.decibels(pictures.stream().mapToDouble(plane).average().orElseThrow());
      case MEAN_OF_DECIBELS ->
          pictures.stream()
              .mapToDouble(plane)
              .map(error -> Math.min(MOST_IN_MEAN, PictureDifference.decibels(error)))
              .average()
              .orElseThrow();
    };
  }
}
