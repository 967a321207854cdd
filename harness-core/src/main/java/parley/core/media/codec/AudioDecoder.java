package parley.core.media.codec;

import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.ShortPointer;
import parley.core.wire.Octets;

/** Decodes payloads to samples of one channel. What cannot be decoded is counted, never thrown. */
public final class AudioDecoder implements AutoCloseable {
  private final Native codec;
  private long errors;
  private long count;

  private AudioDecoder(Native codec) {
    this.codec = codec;
  }

  public static AudioDecoder open(AudioCodec kind) throws CodecUnavailable {
    Native codec = Native.decoder(kind.decoderName());
    codec.context.sample_rate(kind.sampleRate());
    codec.context.request_sample_fmt(avutil.AV_SAMPLE_FMT_S16);
    codec.context.thread_count(1);
    avutil.av_channel_layout_default(codec.context.ch_layout(), 1);
    codec.open();
    return new AudioDecoder(codec);
  }

  /** The samples of one payload; none where it cannot be decoded. */
  public short[] decode(Octets payload) {
    if (payload.isEmpty() || !codec.sendPacket(payload, count++)) {
      errors++;
      return new short[0];
    }
    short[] samples = new short[0];
    while (true) {
      switch (codec.receiveFrame()) {
        case NOTHING -> {
          return samples;
        }
        case ERROR -> {
          errors++;
          return samples;
        }
        case FRAME -> samples = take(samples);
      }
    }
  }

  /** Payloads that could not be decoded. */
  public long errors() {
    return errors;
  }

  private short[] take(short[] before) {
    int count = codec.frame.nb_samples();
    short[] samples = before;
    if (codec.frame.format() == avutil.AV_SAMPLE_FMT_S16
        && codec.frame.ch_layout().nb_channels() == 1) {
      samples = Arrays.copyOf(before, before.length + count);
      new ShortPointer(codec.frame.data(0)).get(samples, before.length, count);
    } else {
      errors++;
    }
    avutil.av_frame_unref(codec.frame);
    return samples;
  }

  @Override
  public void close() {
    codec.close();
  }
}
