package parley.core.media.codec;

import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import parley.core.media.video.AnnexB;
import parley.core.media.video.NalUnit;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/** Codes pictures in H.264 Constrained Baseline with OpenH264: no delay, no B pictures. */
public final class VideoEncoder implements AutoCloseable {
  private final Native codec;
  private final VideoSettings settings;
  private long count;
  private boolean intraWanted;

  private VideoEncoder(Native codec, VideoSettings settings) {
    this.codec = codec;
    this.settings = settings;
  }

  public static VideoEncoder open(VideoSettings settings) throws CodecUnavailable {
    Native codec = Native.encoder("libopenh264");
    codec.context.width(settings.width());
    codec.context.height(settings.height());
    codec.context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
    codec.context.time_base().num(1).den(settings.framesPerSecond());
    codec.context.framerate().num(settings.framesPerSecond()).den(1);
    codec.context.bit_rate(settings.bitRate());
    codec.context.gop_size(settings.framesPerIntra());
    codec.context.thread_count(1);
    codec.option("profile", "constrained_baseline");
    codec.option("allow_skip_frames", "0");
    settings
        .largestNalUnit()
        .ifPresent(octets -> codec.option("max_nal_size", Integer.toString(octets)));
    codec.open();
    codec.frame.format(avutil.AV_PIX_FMT_YUV420P);
    codec.frame.width(settings.width());
    codec.frame.height(settings.height());
    if (avutil.av_frame_get_buffer(codec.frame, 0) < 0) {
      codec.close();
      throw new CodecUnavailable("libopenh264", "no memory for a picture");
    }
    return new VideoEncoder(codec, settings);
  }

  public VideoSettings settings() {
    return settings;
  }

  /** The next picture will be an IDR picture. */
  public void forceIntra() {
    intraWanted = true;
  }

  /**
   * Codes one picture of the size of the settings.
   *
   * @return its access unit; empty where the encoder gave nothing
   */
  public List<NalUnit> encode(Picture picture) {
    if (picture.width() != settings.width() || picture.height() != settings.height()) {
      throw new IllegalArgumentException(
          "a picture of " + picture.width() + "x" + picture.height() + " for another size");
    }
    avutil.av_frame_make_writable(codec.frame);
    put(0, picture.luma(), picture.width(), picture.height());
    put(1, picture.blue(), (picture.width() + 1) / 2, (picture.height() + 1) / 2);
    put(2, picture.red(), (picture.width() + 1) / 2, (picture.height() + 1) / 2);
    codec.frame.pts(count++);
    codec.frame.pict_type(intraWanted ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
    intraWanted = false;
    if (!codec.sendFrame() || !codec.receivePacket()) {
      return List.of();
    }
    return AnnexB.split(codec.takePacket());
  }

  private void put(int plane, Octets samples, int width, int height) {
    BytePointer data = codec.frame.data(plane);
    int stride = codec.frame.linesize(plane);
    byte[] source = samples.toArray();
    for (int row = 0; row < height; row++) {
      data.position((long) row * stride).put(source, row * width, width);
    }
    data.position(0);
  }

  @Override
  public void close() {
    codec.close();
  }
}
