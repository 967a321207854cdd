package parley.core.quality.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.InstalledProgram;
import parley.core.media.signal.SpeechSignal;
import parley.core.quality.sound.Silences.Silence;

class SoundTest {
  private static final int RATE = 16_000;
  private static final SpeechSignal VOICE = new SpeechSignal(RATE);

  @TempDir Path folder;

  private static short[] sine(double amplitude) {
    short[] samples = new short[RATE];
    for (int i = 0; i < RATE; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * 997 * i / RATE));
    }
    return samples;
  }

  private static short[] added(short[] one, short[] other, int late, double factor) {
    short[] sum = one.clone();
    for (int i = 0; i < other.length && i + late < sum.length; i++) {
      double value = sum[i + late] + factor * other[i];
      sum[i + late] = (short) Math.max(-32768, Math.min(32767, Math.round(value)));
    }
    return sum;
  }

  @Test
  void aFullSineIsThreeDecibelsBelowASquareWave() {
    SoundLevel level = SoundLevel.of(sine(32767), RATE);
    assertEquals(-3.01, level.whole().orElseThrow(), 0.01);
    assertEquals(-3.01, level.active().orElseThrow(), 0.02);
    assertEquals(0, level.peak().orElseThrow(), 0.01);
    assertEquals(1, level.activity());
  }

  @Test
  void speechHasTheActiveLevelItIsMadeWith() {
    SoundLevel level = SoundLevel.of(VOICE.samples(0, 20 * RATE), RATE);
    assertEquals(-26, level.active().orElseThrow(), 1.5);
    assertTrue(level.whole().orElseThrow() < level.active().orElseThrow() - 1);
    assertTrue(level.activity() > 0.4 && level.activity() < 0.8);
  }

  @Test
  void silenceHasNoLevel() {
    SoundLevel level = SoundLevel.of(new short[RATE], RATE);
    assertEquals(Optional.empty(), level.whole());
    assertEquals(Optional.empty(), level.active());
    assertEquals(Optional.empty(), SoundLevel.of(new short[0], RATE).peak());
  }

  /** FFmpeg's astats counts dB from a full sample, as we do. */
  @Test
  void levelsAreThoseOfFfmpeg() throws Exception {
    InstalledProgram.require("ffmpeg");
    short[] sound = VOICE.samples(0, 5 * RATE);
    Path file = folder.resolve("voice.s16");
    ByteBuffer octets = ByteBuffer.allocate(2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
    octets.asShortBuffer().put(sound);
    Files.write(file, octets.array());
    Path printed = folder.resolve("astats.txt");
    InstalledProgram.output(
        "ffmpeg",
        "-v",
        "error",
        "-f",
        "s16le",
        "-ar",
        Integer.toString(RATE),
        "-ac",
        "1",
        "-i",
        file.toString(),
        "-af",
        "astats=metadata=1,ametadata=mode=print:file=" + printed,
        "-f",
        "null",
        "-");
    List<String> lines = Files.readAllLines(printed);
    double rms = last(lines, "lavfi.astats.Overall.RMS_level=");
    double peak = last(lines, "lavfi.astats.Overall.Peak_level=");
    SoundLevel level = SoundLevel.of(sound, RATE);
    assertEquals(rms, level.whole().orElseThrow(), 0.01);
    assertEquals(peak, level.peak().orElseThrow(), 0.01);
  }

  private static double last(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .reduce((one, two) -> two)
        .orElseThrow();
  }

  @Test
  void clippedTopsAreFoundAlsoAfterAttenuation() {
    assertEquals(0, Clipping.of(sine(20_000)).clipped());
    short[] hard = sine(1);
    short[] soft = sine(1);
    for (int i = 0; i < RATE; i++) {
      double value = 60_000 * Math.sin(2 * Math.PI * 440 * i / RATE);
      hard[i] = (short) Math.max(-32768, Math.min(32767, value));
      soft[i] = (short) (hard[i] / 4);
    }
    Clipping clipping = Clipping.of(hard);
    assertTrue(clipping.part() > 0.5, clipping.toString());
    assertEquals(clipping.runs(), Clipping.of(soft).runs());
    assertEquals(0, Clipping.of(new short[RATE]).clipped());
  }

  @Test
  void aGapInSpeechIsASilence() {
    short[] sound = VOICE.samples(0, RATE);
    long start = 0;
    while (!VOICE.isActive(start)) {
      start++;
    }
    int from = (int) start + RATE / 20;
    Arrays.fill(sound, from, from + RATE / 20, (short) 0);
    Silences silences = Silences.of(sound, RATE, VOICE::isActive, 0);
    assertEquals(1, silences.all().stream().filter(s -> s.length() >= RATE / 25).count());
    Silence gap = silences.all().stream().max((a, b) -> Long.compare(a.length(), b.length())).get();
    assertEquals(from, (double) gap.start(), RATE / 100.0);
    assertEquals(RATE / 20.0, (double) gap.length(), RATE / 50.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 160, 2400, 12_345})
  void delayIsFoundToTheSample(int late) {
    short[] sent = VOICE.samples(0, 3 * RATE);
    short[] received = added(new short[5 * RATE], sent, late, 0.5);
    SoundDelay delay = SoundDelay.find(sent, received, RATE).orElseThrow();
    assertEquals(late, delay.samples());
    assertEquals(-6.02, delay.gain(), 0.1 + 1e-4 * late);
    assertTrue(delay.likeness() > 0.9, delay.toString());
  }

  @Test
  void noiseHoldsNoSpeech() {
    Random random = new Random(5);
    short[] noise = new short[3 * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (1000 * random.nextGaussian());
    }
    short[] sent = VOICE.samples(0, 2 * RATE);
    assertEquals(Optional.empty(), SoundDelay.find(sent, noise, RATE / 2));
    assertEquals(Optional.empty(), SoundDelay.echo(sent, noise, 0, RATE / 2));
    assertEquals(Optional.empty(), SoundDelay.find(sent, new short[RATE], RATE / 2));
    assertEquals(Optional.empty(), SoundDelay.find(new short[0], sent, RATE / 2));
  }

  @ParameterizedTest
  @CsvSource({"800, 0.5", "4000, 0.25"})
  void anEchoUnderOtherSpeechIsFound(int late, double factor) {
    short[] sent = VOICE.samples(0, 4 * RATE);
    short[] other = VOICE.samples(1_000_000, 4 * RATE);
    short[] received = added(other, sent, late, factor);
    SoundDelay echo = SoundDelay.echo(sent, received, 100, RATE).orElseThrow();
    assertEquals(late, echo.samples());
    assertEquals(20 * Math.log10(factor), echo.gain(), 1.5);
    assertEquals(Optional.empty(), SoundDelay.echo(sent, other, 100, RATE));
  }
}
