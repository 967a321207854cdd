package parley.core.tender;

import parley.profiles.CodecKind;
import parley.profiles.CodecList;
import parley.profiles.CodecRegister;
import parley.profiles.Confidence;
import parley.profiles.Profile;

/**
 * What a run says about the installed MCU. Where the MCU itself was not tested, the harness stood
 * in for it, and what was seen rests on what its profile says.
 *
 * @param name the installed MCU's profile, as the tender names it
 * @param installed that profile
 */
record StandIn(String name, Profile installed) {
  /** Whether the run was made with the installed MCU, or with the harness in its place. */
  boolean counts(MeasuredRun run) {
    return run.isInstalled() || run.peer().equals(name);
  }

  /** The weakest value that the run's result rests on as a statement about the installed MCU. */
  Confidence confidence(MeasuredRun run) {
    return run.isInstalled() && !run.simulated()
        ? Confidence.MEASURED
        : installed.audio().confidenceOfAbsence();
  }

  /** The list in which a profile would name the codec. */
  static CodecList listOf(Profile profile, String codec) {
    return CodecRegister.standard()
        .byAnyName(codec)
        .filter(one -> one.kind() == CodecKind.VIDEO)
        .map(one -> profile.video())
        .orElse(profile.audio());
  }
}
