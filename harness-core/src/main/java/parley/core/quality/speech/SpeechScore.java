package parley.core.quality.speech;

import java.util.List;

/** What a comparison of speech with what was sent comes to. */
public sealed interface SpeechScore {
  /**
   * A score. By itself it means little: report the spread over several sentences. It does not see
   * delay, level or mild clipping.
   *
   * @param mos MOS-LQO, 1 to 5
   * @param similarity mean NSIM, 1 for the same
   * @param bands by band from 50 to 8000 Hz
   * @param delay by how many seconds the degraded signal came late
   * @param patches the parts that were compared
   */
  record Scored(double mos, double similarity, List<Band> bands, double delay, List<Patch> patches)
      implements SpeechScore {}

  /**
   * Nothing could be compared.
   *
   * @param reason for a reader of the report
   */
  record NotScored(String reason) implements SpeechScore {}

  /**
   * A band over all patches.
   *
   * @param centre Hz
   * @param similarity mean NSIM
   * @param worst mean of the worst tenth of the patches, at least of one
   * @param deviation over all frames
   * @param level of the degraded signal above the floor, dB
   */
  record Band(double centre, double similarity, double worst, double deviation, double level) {}

  /**
   * A patch of 0.4 s. Times are seconds: from the start of the reference, and of the degraded
   * signal after its delay was taken off. A patch of which nothing arrived has similarity 0 and no
   * length.
   */
  record Patch(
      double referenceStart,
      double referenceEnd,
      double degradedStart,
      double degradedEnd,
      PatchSimilarity similarity) {}
}
