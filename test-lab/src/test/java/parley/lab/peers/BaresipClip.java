package parley.lab.peers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What baresip sends: a tone and a moving picture. Both last two minutes, and so does a call at
 * most: at the end of the sound baresip hangs up, and at the end of the picture it starts over with
 * a freeze as long as the clip, since its clock then runs backwards.
 */
final class BaresipClip {
  /** How long sound and picture last. */
  static final int SECONDS = 120;

  private static final int PICTURE_SECONDS = 4;
  private static final int RATE = 48000;
  private static final int CHANNELS = 2;

  private BaresipClip() {}

  static Path sound(Path folder) {
    return folder.resolve("tone.wav");
  }

  static Path picture(Path folder) {
    return folder.resolve("picture.mp4");
  }

  /** A 440 Hz tone whose loudness rises and falls four times a second, as speech does. */
  static void writeSound(Path folder) throws IOException {
    int frameLength = 2 * CHANNELS;
    ByteBuffer second = ByteBuffer.allocate(RATE * frameLength).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < RATE; at++) {
      double loudness = 0.5 - 0.5 * Math.cos(2 * Math.PI * 4 * at / RATE);
      short value = (short) (9000 * loudness * Math.sin(2 * Math.PI * 440 * at / RATE));
      second.putShort(value).putShort(value);
    }
    int length = SECONDS * second.capacity();
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) CHANNELS).putInt(RATE);
    header.putInt(RATE * frameLength).putShort((short) frameLength).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(sound(folder)))) {
      file.write(header.array());
      for (int written = 0; written < SECONDS; written++) {
        file.write(second.array());
      }
    }
  }

  /** FFmpeg's moving test picture, encoded once and repeated without encoding it again. */
  static void writePicture(Path folder, BaresipSettings settings)
      throws IOException, InterruptedException {
    Path once = folder.resolve("once.mp4");
    String source =
        "testsrc2=size=%dx%d:rate=%d:duration=%d"
            .formatted(
                settings.width(), settings.height(), settings.framesPerSecond(), PICTURE_SECONDS);
    ffmpeg(
        List.of("-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "veryfast"),
        List.of("-profile:v", "baseline", "-pix_fmt", "yuv420p", once.toString()));
    String repeats = Integer.toString(SECONDS / PICTURE_SECONDS - 1);
    ffmpeg(
        List.of("-stream_loop", repeats, "-i", once.toString()),
        List.of("-c", "copy", picture(folder).toString()));
  }

  private static void ffmpeg(List<String> input, List<String> output)
      throws IOException, InterruptedException {
    List<String> words = new java.util.ArrayList<>(List.of("ffmpeg", "-loglevel", "error", "-y"));
    words.addAll(input);
    words.addAll(output);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("ffmpeg: " + said);
    }
  }
}
