package parley.core.media.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import parley.core.wire.Octets;

/**
 * A codec context with a packet and a frame of its own. Not for use by two threads at once; after
 * {@link #close()} it must not be used.
 */
final class Native implements AutoCloseable {
  /** FFmpeg's error for "no output yet": −EAGAIN of the system it was built for. */
  private static final int TRY_AGAIN = -tryAgain();

  final AVCodecContext context;
  final AVPacket packet;
  final AVFrame frame;
  private final AVCodec codec;
  private final String name;
  private boolean closed;

  private Native(String name, AVCodec codec, AVCodecContext context) {
    this.name = name;
    this.codec = codec;
    this.context = context;
    this.packet = avcodec.av_packet_alloc();
    this.frame = avutil.av_frame_alloc();
  }

  static Native encoder(String name) throws CodecUnavailable {
    return allocate(name, true);
  }

  static Native decoder(String name) throws CodecUnavailable {
    return allocate(name, false);
  }

  private static Native allocate(String name, boolean encoder) throws CodecUnavailable {
    try {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
      @Nullable AVCodec codec =
          encoder
              ? avcodec.avcodec_find_encoder_by_name(name)
              : avcodec.avcodec_find_decoder_by_name(name);
      if (codec == null || codec.isNull()) {
        throw new CodecUnavailable(name, "this build of FFmpeg does not have it");
      }
      @Nullable AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
      if (context == null || context.isNull()) {
        throw new CodecUnavailable(name, "no memory for it");
      }
      return new Native(name, codec, context);
    } catch (LinkageError missing) {
      throw new CodecUnavailable(name, missing);
    }
  }

  /** Opens the context after it was set up; closes it where that fails. */
  void open() throws CodecUnavailable {
    int result = avcodec.avcodec_open2(context, codec, (PointerPointer<?>) null);
    if (result < 0) {
      close();
      throw new CodecUnavailable(name, "it does not open (FFmpeg error " + result + ")");
    }
  }

  void option(String option, String value) {
    avutil.av_opt_set(context.priv_data(), option, value, 0);
  }

  boolean sendFrame() {
    return avcodec.avcodec_send_frame(context, frame) >= 0;
  }

  /** True when {@link #packet} holds encoded octets; the caller unreferences it. */
  boolean receivePacket() {
    return avcodec.avcodec_receive_packet(context, packet) >= 0;
  }

  /** Gives octets to a decoder; false where it refuses them. */
  boolean sendPacket(Octets octets, long token) {
    if (avcodec.av_new_packet(packet, octets.length()) < 0) {
      return false;
    }
    packet.data().put(octets.toArray(), 0, octets.length());
    packet.pts(token);
    int result = avcodec.avcodec_send_packet(context, packet);
    avcodec.av_packet_unref(packet);
    return result >= 0;
  }

  /** Tells a decoder that nothing more comes. */
  void sendEnd() {
    avcodec.avcodec_send_packet(context, (AVPacket) null);
  }

  /** What a decoder has to give. */
  enum Received {
    FRAME,
    NOTHING,
    ERROR
  }

  Received receiveFrame() {
    int result = avcodec.avcodec_receive_frame(context, frame);
    if (result >= 0) {
      return Received.FRAME;
    }
    return result == TRY_AGAIN || result == avutil.AVERROR_EOF ? Received.NOTHING : Received.ERROR;
  }

  void flush() {
    avcodec.avcodec_flush_buffers(context);
  }

  Octets takePacket() {
    byte[] octets = new byte[packet.size()];
    packet.data().get(octets, 0, octets.length);
    avcodec.av_packet_unref(packet);
    return Octets.of(octets);
  }

  private static int tryAgain() {
    return System.getProperty("os.name", "").startsWith("Mac") ? 35 : 11;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      avutil.av_frame_free(frame);
      avcodec.av_packet_free(packet);
      avcodec.avcodec_free_context(context);
    }
  }
}
