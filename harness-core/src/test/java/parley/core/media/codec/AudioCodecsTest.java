package parley.core.media.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.Format;
import parley.core.media.signal.SpeechSignal;
import parley.core.wire.Octets;

class AudioCodecsTest {
  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void givesBackSpeechNearlyAsItWas(AudioCodec kind) throws CodecUnavailable {
    SpeechSignal speech = new SpeechSignal(kind.sampleRate());
    int packet = kind.samplesPerPacket();
    int packets = 1000;
    short[] in = new short[packets * packet];
    short[] out = new short[packets * packet];
    int written = 0;
    try (AudioEncoder encoder = AudioEncoder.open(kind);
        AudioDecoder decoder = AudioDecoder.open(kind)) {
      for (int i = 0; i < packets; i++) {
        short[] samples = speech.samples((long) i * packet, packet);
        System.arraycopy(samples, 0, in, i * packet, packet);
        Octets payload = encoder.encode(samples);
        assertTrue(payload.length() > 0);
        if (kind != AudioCodec.OPUS) {
          assertEquals(160, payload.length());
        }
        short[] decoded = decoder.decode(payload);
        int room = Math.min(decoded.length, out.length - written);
        System.arraycopy(decoded, 0, out, written, room);
        written += room;
      }
      assertEquals(0, decoder.errors());
    }
    assertTrue(written > out.length - 2 * packet);
    assertTrue(bestCorrelation(in, out, kind.sampleRate()) > 0.9, "the signal is lost");
  }

  /** Codecs delay: the best of the delays up to 20 ms. */
  private static double bestCorrelation(short[] in, short[] out, int rate) {
    double best = 0;
    int start = 2 * rate;
    int length = Math.min(4 * rate, out.length - start - rate);
    for (int delay = 0; delay < rate / 50; delay++) {
      double product = 0;
      double inPower = 0;
      double outPower = 0;
      for (int i = start; i < start + length; i += 3) {
        double a = in[i];
        double b = out[i + delay];
        product += a * b;
        inPower += a * a;
        outPower += b * b;
      }
      best = Math.max(best, product / Math.sqrt(inPower * outPower));
    }
    return best;
  }

  @Test
  void countsPayloadsThatAreNoOpus() throws CodecUnavailable {
    try (AudioDecoder decoder = AudioDecoder.open(AudioCodec.OPUS)) {
      byte[] garbage = new byte[40];
      Arrays.fill(garbage, (byte) 0xff);
      decoder.decode(Octets.of(garbage));
      decoder.decode(Octets.EMPTY);
      assertEquals(2, decoder.errors());
    }
  }

  @Test
  void findsTheCodecOfAFormat() {
    assertEquals(Optional.of(AudioCodec.G722), AudioCodec.of(new Format(9, "g722", 8000)));
    assertEquals(Optional.empty(), AudioCodec.of(new Format(9, "G722", 16000)));
    assertEquals(Optional.of(AudioCodec.OPUS), AudioCodec.of(AudioCodec.OPUS.format(111)));
    assertEquals(Optional.empty(), AudioCodec.of(new Format(18, "G729", 8000)));
  }
}
