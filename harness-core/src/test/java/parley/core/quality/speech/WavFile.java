package parley.core.quality.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WAV file of 16-bit mono. */
final class WavFile {
  private final int sampleRate;
  private final short[] samples;

  private WavFile(int sampleRate, short[] samples) {
    this.sampleRate = sampleRate;
    this.samples = samples;
  }

  /** Samples a second. */
  int sampleRate() {
    return sampleRate;
  }

  /** Not a copy. */
  short[] samples() {
    return samples;
  }

  static WavFile read(Path path) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int rate = 0;
    file.position(12);
    while (file.remaining() >= 8) {
      byte[] name = new byte[4];
      file.get(name);
      int size = file.getInt();
      switch (new String(name, StandardCharsets.US_ASCII)) {
        case "fmt " -> rate = file.getInt(file.position() + 4);
        case "data" -> {
          short[] samples = new short[size / 2];
          file.asShortBuffer().get(samples);
          return new WavFile(rate, samples);
        }
        default -> {}
      }
      file.position(file.position() + size + size % 2);
    }
    throw new IOException("no sound in " + path);
  }
}
