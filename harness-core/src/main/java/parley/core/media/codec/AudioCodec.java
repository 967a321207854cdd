package parley.core.media.codec;

import java.util.Arrays;
import java.util.Optional;
import parley.core.call.Format;

/** Audio codecs that can be sent and received; all are run with one channel. */
public enum AudioCodec {
  PCMU("PCMU", "pcm_mulaw", "pcm_mulaw", 8_000, 8_000, 1),
  PCMA("PCMA", "pcm_alaw", "pcm_alaw", 8_000, 8_000, 1),
  /** Samples at 16 kHz, but an RTP clock of 8 kHz by an old error (RFC 3551 §4.5.2). */
  G722("G722", "g722", "g722", 16_000, 8_000, 1),
  /** Signalled with two channels whatever is sent (RFC 7587 §4.1, §7). */
  OPUS("opus", "libopus", "libopus", 48_000, 48_000, 2);

  private final String signalled;
  private final String encoder;
  private final String decoder;
  private final int sampleRate;
  private final int clockRate;
  private final int channels;

  AudioCodec(
      String signalled, String encoder, String decoder, int rate, int clockRate, int channels) {
    this.signalled = signalled;
    this.encoder = encoder;
    this.decoder = decoder;
    this.sampleRate = rate;
    this.clockRate = clockRate;
    this.channels = channels;
  }

  /** The codec a format means by name, clock and channels. */
  public static Optional<AudioCodec> of(Format format) {
    return Arrays.stream(values())
        .filter(
            codec ->
                format.is(codec.signalled)
                    && format.clockRate() == codec.clockRate
                    && format.channels() == codec.channels)
        .findFirst();
  }

  /** The codec as it stands in an offer. */
  public Format format(int payloadType) {
    return new Format(payloadType, signalled, clockRate, channels, java.util.Map.of());
  }

  String encoderName() {
    return encoder;
  }

  String decoderName() {
    return decoder;
  }

  /** Samples a second of what goes in and comes out. */
  public int sampleRate() {
    return sampleRate;
  }

  /** Ticks a second of the RTP timestamp. */
  public int clockRate() {
    return clockRate;
  }

  /** Samples of a packet of 20 ms. */
  public int samplesPerPacket() {
    return sampleRate / 50;
  }

  /** Ticks of the RTP timestamp in a packet of 20 ms. */
  public int ticksPerPacket() {
    return clockRate / 50;
  }
}
