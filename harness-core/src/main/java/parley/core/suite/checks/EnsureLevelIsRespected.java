package parley.core.suite.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.video.AccessUnit;
import parley.core.media.video.H264Level;
import parley.core.media.video.H264Limits;
import parley.core.media.video.NalUnit;
import parley.core.media.video.SequenceParameterSet;
import parley.core.suite.H264View;

/**
 * The pictures the candidate sends are no larger and come no faster than the level we receive.
 *
 * <p>The rate is counted over the whole call by RTP timestamps; a tenth more than the level allows
 * is tolerated, since a short call rounds.
 */
public record EnsureLevelIsRespected() implements Check<H264View> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 6184 §8.1");
  }

  @Override
  public Outcome examine(H264View view) {
    Optional<Format> format = view.limits();
    String expected =
        "pictures within "
            + format.flatMap(one -> one.parameter("profile-level-id")).orElse("the level offered");
    if (format.isEmpty() || view.packets() == 0) {
      return new Outcome.Undecided(expected, "the candidate sent no H.264");
    }
    H264Limits limits = H264Limits.of(format.get());
    List<SequenceParameterSet> sets = view.sequenceParameterSets();
    if (sets.isEmpty()) {
      return new Outcome.Undecided(expected, "no sequence parameter set came in the stream");
    }
    double rate = picturesPerSecond(view);
    List<String> broken = new ArrayList<>();
    List<Long> packets = new ArrayList<>();
    H264Level levelAllowed = limits.profileLevelId().level().orElse(H264Level.L1);
    for (SequenceParameterSet set : sets) {
      if (set.macroblocksPerFrame() > limits.maxFrameSize()) {
        broken.add(
            set.width()
                + "x"
                + set.height()
                + " is "
                + set.macroblocksPerFrame()
                + " macroblocks, at most "
                + limits.maxFrameSize());
      } else if (set.macroblocksPerFrame() * rate > 1.1 * limits.maxMacroblocksPerSecond()) {
        broken.add(
            String.format(
                Locale.ROOT,
                "%dx%d at %.1f pictures/s is %.0f macroblocks/s, at most %d",
                set.width(),
                set.height(),
                rate,
                set.macroblocksPerFrame() * rate,
                limits.maxMacroblocksPerSecond()));
      } else if (set.level().isPresent()
          && set.level().get().compareTo(levelAllowed) > 0
          && format.get().parameter("max-fs").isEmpty()) {
        broken.add("its parameter set claims level " + set.level().get().label());
      }
    }
    for (AccessUnit unit : view.units()) {
      if (unit.nals().stream().anyMatch(nal -> nal.type() == NalUnit.SEQUENCE_PARAMETER_SET)) {
        packets.addAll(unit.packets().stream().limit(1).toList());
      }
    }
    SequenceParameterSet last = sets.getLast();
    return Outcome.of(
        broken.isEmpty(),
        expected,
        broken.isEmpty()
            ? String.format(
                Locale.ROOT,
                "%dx%d at %.1f pictures/s, level %s",
                last.width(),
                last.height(),
                rate,
                last.level().map(level -> level.label()).orElse("unknown"))
            : broken.getFirst(),
        new Inspected(0, view.packets(), view.units().size()),
        packets.stream().limit(5).toList());
  }

  private static double picturesPerSecond(H264View view) {
    List<AccessUnit> units = view.units();
    if (units.size() < 2) {
      return 0;
    }
    long ticks = (units.getLast().timestamp() - units.getFirst().timestamp()) & 0xffff_ffffL;
    return ticks == 0 ? 0 : (units.size() - 1) * 90_000.0 / ticks;
  }
}
