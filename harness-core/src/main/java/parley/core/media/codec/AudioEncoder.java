package parley.core.media.codec;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.ShortPointer;
import parley.core.wire.Octets;

/** Codes 20 ms of one channel at a time. */
public final class AudioEncoder implements AutoCloseable {
  private final Native codec;
  private final AudioCodec kind;
  private long count;

  private AudioEncoder(Native codec, AudioCodec kind) {
    this.codec = codec;
    this.kind = kind;
  }

  public static AudioEncoder open(AudioCodec kind) throws CodecUnavailable {
    Native codec = Native.encoder(kind.encoderName());
    codec.context.sample_rate(kind.sampleRate());
    codec.context.sample_fmt(avutil.AV_SAMPLE_FMT_S16);
    codec.context.time_base().num(1).den(kind.sampleRate());
    codec.context.frame_size(kind.samplesPerPacket());
    avutil.av_channel_layout_default(codec.context.ch_layout(), 1);
    if (kind == AudioCodec.OPUS) {
      codec.context.bit_rate(32_000);
      codec.option("frame_duration", "20");
      codec.option("application", "voip");
    }
    codec.open();
    codec.frame.format(avutil.AV_SAMPLE_FMT_S16);
    codec.frame.sample_rate(kind.sampleRate());
    codec.frame.nb_samples(kind.samplesPerPacket());
    avutil.av_channel_layout_default(codec.frame.ch_layout(), 1);
    if (avutil.av_frame_get_buffer(codec.frame, 0) < 0) {
      codec.close();
      throw new CodecUnavailable(kind.encoderName(), "no memory for samples");
    }
    return new AudioEncoder(codec, kind);
  }

  public AudioCodec codec() {
    return kind;
  }

  /**
   * Codes the samples of one packet.
   *
   * @param samples {@link AudioCodec#samplesPerPacket()} of them
   * @return the payload; empty where the encoder gave nothing
   */
  public Octets encode(short[] samples) {
    if (samples.length != kind.samplesPerPacket()) {
      throw new IllegalArgumentException(samples.length + " samples are not 20 ms");
    }
    avutil.av_frame_make_writable(codec.frame);
    new ShortPointer(codec.frame.data(0)).put(samples, 0, samples.length);
    codec.frame.pts(count);
    count += samples.length;
    if (!codec.sendFrame() || !codec.receivePacket()) {
      return Octets.EMPTY;
    }
    return codec.takePacket();
  }

  @Override
  public void close() {
    codec.close();
  }
}
