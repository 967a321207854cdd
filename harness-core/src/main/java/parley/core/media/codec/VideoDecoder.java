package parley.core.media.codec;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import parley.core.media.video.AnnexB;
import parley.core.media.video.NalUnit;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * Decodes H.264 on one thread, so that the same units always give the same pictures. What cannot be
 * decoded is counted and never thrown.
 */
public final class VideoDecoder implements AutoCloseable {
  /** AV_FRAME_FLAG_CORRUPT and AV_FRAME_FLAG_KEY, which the bindings leave out. */
  private static final int FLAG_CORRUPT = 1;

  private static final int FLAG_KEY = 2;

  /** Above the largest picture of level 5.2; a peer that claims more gets no memory for it. */
  private static final long MOST_SAMPLES = 16L << 20;

  private final Native codec;
  private long errors;

  private VideoDecoder(Native codec) {
    this.codec = codec;
  }

  public static VideoDecoder open() throws CodecUnavailable {
    Native codec = Native.decoder("h264");
    codec.context.thread_count(1);
    codec.context.max_pixels(MOST_SAMPLES);
    codec.open();
    return new VideoDecoder(codec);
  }

  /**
   * Decodes one access unit.
   *
   * @param token comes back with the picture; must not be negative
   * @return the pictures that are ready now, in order of output: none, one or more
   */
  public List<DecodedPicture> decode(List<NalUnit> accessUnit, long token) {
    if (accessUnit.isEmpty()) {
      return List.of();
    }
    if (!codec.sendPacket(AnnexB.join(accessUnit), token)) {
      errors++;
    }
    return receive();
  }

  /** The pictures still held back; then the decoder is as new. */
  public List<DecodedPicture> flush() {
    codec.sendEnd();
    List<DecodedPicture> rest = receive();
    codec.flush();
    return rest;
  }

  /** Access units that could not be decoded and pictures in another format than 4:2:0 of 8 bits. */
  public long errors() {
    return errors;
  }

  private List<DecodedPicture> receive() {
    List<DecodedPicture> pictures = new ArrayList<>();
    while (true) {
      switch (codec.receiveFrame()) {
        case NOTHING -> {
          return List.copyOf(pictures);
        }
        case ERROR -> {
          errors++;
          return List.copyOf(pictures);
        }
        case FRAME -> take(pictures);
      }
    }
  }

  private void take(List<DecodedPicture> pictures) {
    int format = codec.frame.format();
    if (format != avutil.AV_PIX_FMT_YUV420P && format != avutil.AV_PIX_FMT_YUVJ420P) {
      errors++;
    } else {
      int width = codec.frame.width();
      int height = codec.frame.height();
      Picture picture =
          new Picture(
              width,
              height,
              plane(0, width, height),
              plane(1, (width + 1) / 2, (height + 1) / 2),
              plane(2, (width + 1) / 2, (height + 1) / 2));
      boolean damaged =
          codec.frame.decode_error_flags() != 0 || (codec.frame.flags() & FLAG_CORRUPT) != 0;
      boolean key = (codec.frame.flags() & FLAG_KEY) != 0;
      pictures.add(new DecodedPicture(codec.frame.pts(), picture, key, damaged));
    }
    avutil.av_frame_unref(codec.frame);
  }

  private Octets plane(int plane, int width, int height) {
    byte[] samples = new byte[width * height];
    BytePointer data = codec.frame.data(plane);
    int stride = codec.frame.linesize(plane);
    for (int row = 0; row < height; row++) {
      data.position((long) row * stride).get(samples, row * width, width);
    }
    data.position(0);
    return Octets.of(samples);
  }

  @Override
  public void close() {
    codec.close();
  }
}
