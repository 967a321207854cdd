package parley.core.quality.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.core.quality.correlation.Correlation;
import parley.core.quality.speech.PatchSimilarity.Smoothed;
import parley.core.quality.speech.SpeechScore.Band;
import parley.core.quality.speech.SpeechScore.NotScored;
import parley.core.quality.speech.SpeechScore.Patch;
import parley.core.quality.speech.SpeechScore.Scored;

/** Compares speech with what was sent, both mono and of one sample rate: ViSQOL, speech mode. */
public final class SpeechComparison {
  private static final int LEAST_RATE = 16000;

  /** MOS by similarity is a + exp(b (similarity − x0)), stretched so that no difference is 5. */
  private static final double A = -262.847869;

  private static final double B = 0.0154302525;
  private static final double X0 = -361.063949;
  private static final double HIGHEST_UNSTRETCHED = 4.015861169223797;

  /** Signals this different are not alike, whatever the curve says. */
  private static final double UNLIKE = 0.15;

  private final int sampleRate;
  private final Gammatone gammatone;

  private SpeechComparison(int sampleRate) {
    this.sampleRate = sampleRate;
    this.gammatone = new Gammatone(sampleRate);
  }

  /**
   * The score of {@code degraded}.
   *
   * @param sampleRate samples a second, at least 16000
   */
  public static SpeechScore compare(short[] reference, short[] degraded, int sampleRate) {
    if (sampleRate < LEAST_RATE) {
      return new NotScored(sampleRate + " Hz is less than the " + LEAST_RATE + " Hz it needs");
    }
    double[] sent = samples(reference);
    double[] came = samples(degraded);
    if (power(sent) == 0 || power(came) == 0) {
      return new NotScored(power(sent) == 0 ? "the reference is silent" : "nothing was heard");
    }
    return new SpeechComparison(sampleRate).compare(sent, came);
  }

  private SpeechScore compare(double[] reference, double[] late) {
    int shift = shift(reference, late);
    double[] degraded = atLevelOf(reference, shifted(late, shift));
    if (gammatone.frames(degraded.length) == 0) {
      return new NotScored("too short");
    }
    List<Integer> starts =
        ActivePatches.of(reference, gammatone.frames(reference.length), gammatone.hop());
    int frames = gammatone.frames(degraded.length);
    starts.removeIf(start -> start - ActivePatches.LENGTH / 2 > frames);
    if (starts.isEmpty()) {
      return new NotScored("no part with speech is long enough");
    }
    Loudness loudness =
        Loudness.of(gammatone.spectrogram(reference), gammatone.spectrogram(degraded));
    List<Integer> matches = PatchMatching.match(loudness, starts);
    List<Patch> patches = new ArrayList<>();
    for (int p = 0; p < starts.size(); p++) {
      double time = seconds(starts.get(p));
      if (matches.get(p) < 0) {
        patches.add(
            new Patch(time, time + patchSeconds(), 0, 0, PatchSimilarity.nothing(Gammatone.BANDS)));
      } else {
        double match = seconds(matches.get(p));
        PatchSimilarity similarity =
            PatchSimilarity.of(
                Smoothed.of(PatchMatching.patch(loudness.reference(), starts.get(p))),
                Smoothed.of(PatchMatching.patch(loudness.degraded(), matches.get(p))));
        patches.add(
            refined(
                reference,
                degraded,
                new Patch(time, time + patchSeconds(), match, match + patchSeconds(), similarity)));
      }
    }
    return scored(patches, -(double) shift / sampleRate);
  }

  /**
   * The patch with its sound aligned to the sample and its spectrogram made anew, if that is more
   * alike.
   */
  private Patch refined(double[] reference, double[] degraded, Patch patch) {
    double[] sent = slice(reference, patch.referenceStart(), patch.referenceEnd());
    double[] came = slice(degraded, patch.degradedStart(), patch.degradedEnd());
    if (gammatone.frames(came.length) < 2 || power(came) == 0 || power(sent) == 0) {
      return patch;
    }
    int shift = shift(sent, came);
    double[] aligned = shifted(came, shift);
    int from = Math.max(0, shift);
    int to = Math.min(sent.length, aligned.length);
    if (gammatone.frames(to - from) < 2) {
      return patch;
    }
    double[] one = Arrays.copyOfRange(sent, from, to);
    double[] two = Arrays.copyOfRange(aligned, from, to);
    Loudness loudness = Loudness.of(gammatone.spectrogram(one), gammatone.spectrogram(two));
    PatchSimilarity similarity =
        PatchSimilarity.of(Smoothed.of(loudness.reference()), Smoothed.of(loudness.degraded()));
    if (similarity.mean() < patch.similarity().mean()) {
      return patch;
    }
    double start = patch.referenceStart() + Math.max(0, shift) / (double) sampleRate;
    double match = patch.degradedStart() - Math.min(0, shift) / (double) sampleRate;
    double duration = (double) one.length / sampleRate;
    return new Patch(start, start + duration, match, match + duration, similarity);
  }

  private Scored scored(List<Patch> patches, double delay) {
    List<Band> bands = new ArrayList<>();
    double sum = 0;
    for (int b = 0; b < Gammatone.BANDS; b++) {
      int band = b;
      double[] means =
          patches.stream()
              .mapToDouble(p -> p.similarity().bandMeans().get(band))
              .sorted()
              .toArray();
      double mean = Arrays.stream(means).average().orElse(0);
      double worst = Arrays.stream(means).limit(Math.max(1, means.length / 10)).average().orElse(0);
      double level =
          patches.stream()
              .mapToDouble(p -> p.similarity().bandLevels().get(band))
              .average()
              .orElse(0);
      bands.add(new Band(Gammatone.centre(b), mean, worst, deviation(patches, b, mean), level));
      sum += mean;
    }
    double similarity = sum / Gammatone.BANDS;
    return new Scored(opinion(similarity), similarity, bands, delay, patches);
  }

  /** The deviation over the frames of all patches, put together from those of each. */
  private double deviation(List<Patch> patches, int band, double mean) {
    double squares = 0;
    long count = 0;
    for (Patch patch : patches) {
      double length = (patch.referenceEnd() - patch.referenceStart()) / seconds(1);
      int frames = (int) Math.ceil(length);
      double own = patch.similarity().bandMeans().get(band);
      double spread = patch.similarity().bandDeviations().get(band);
      squares += (frames - 1) * spread * spread + frames * own * own;
      count += frames;
    }
    return Math.sqrt(Math.max(0, (squares - mean * mean * count) / (count - 1)));
  }

  private static double opinion(double similarity) {
    if (similarity < UNLIKE) {
      return 1;
    }
    double opinion = (A + Math.exp(B * (similarity - X0))) * 5 / HIGHEST_UNSTRETCHED;
    return Math.min(5, Math.max(1, opinion));
  }

  /** How far the second must be moved, if not by more than half of the first. */
  private static int shift(double[] first, double[] second) {
    int best = Correlation.ofEnvelopes(first, second).best();
    return Math.abs(best) > first.length / 2.0 ? 0 : best;
  }

  private static double[] shifted(double[] signal, int shift) {
    if (shift <= 0) {
      return Arrays.copyOfRange(signal, Math.min(-shift, signal.length), signal.length);
    }
    double[] moved = new double[signal.length + shift];
    System.arraycopy(signal, 0, moved, shift, signal.length);
    return moved;
  }

  private static double[] atLevelOf(double[] reference, double[] signal) {
    double factor = Math.sqrt(power(reference) / power(signal));
    return Arrays.stream(signal).map(x -> x * factor).toArray();
  }

  private double[] slice(double[] signal, double start, double end) {
    int from = Math.min(signal.length, (int) (start * sampleRate));
    int to = Math.min(signal.length - 1, (int) (end * sampleRate));
    return Arrays.copyOfRange(signal, from, Math.max(from, to));
  }

  private double seconds(int frame) {
    return frame * ((double) gammatone.hop() / sampleRate);
  }

  private double patchSeconds() {
    return seconds(ActivePatches.LENGTH);
  }

  private static double power(double[] signal) {
    return Arrays.stream(signal).map(x -> x * x).average().orElse(0);
  }

  private static double[] samples(short[] signal) {
    double[] samples = new double[signal.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = signal[i] / 32768.0;
    }
    return samples;
  }
}
