package parley.core.tender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.judge.Flag;
import parley.core.judge.Verdict;
import parley.profiles.Codec;
import parley.profiles.CodecRegister;
import parley.profiles.Confidence;
import parley.profiles.Known;
import parley.profiles.tender.LineKind;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.TenderLine;

/** Says what a line is worth, and why. */
final class Classing {
  /** A class with what it rests on. */
  record Classed(LineClass lineClass, List<Phrase> reasons, Confidence confidence) {}

  private final StandIn standIn;
  private final List<MeasuredRun> runs;

  Classing(StandIn standIn, List<MeasuredRun> runs) {
    this.standIn = standIn;
    this.runs = runs;
  }

  Classed of(TenderLine line) {
    if (line.kind() == LineKind.PHYSICAL || line.kind() == LineKind.DOCUMENT) {
      return new Classed(
          LineClass.NOT_NETWORK,
          List.of(Phrase.of("reason.no-call-shows." + line.kind().word())),
          line.stands().confidence());
    }
    return proprietary(line).map(codec -> withoutStandard(line, codec)).orElseGet(() -> open(line));
  }

  private static Optional<Codec> proprietary(TenderLine line) {
    return line.requires() instanceof Requirement.HasCodec(String name)
        ? CodecRegister.standard().byAnyName(name).filter(Codec::proprietary)
        : Optional.empty();
  }

  /** A line that asks for a codec without a published standard. */
  private Classed withoutStandard(TenderLine line, Codec codec) {
    List<Phrase> reasons = new ArrayList<>();
    Confidence confidence = codec.isProprietary().confidence();
    reasons.add(Phrase.of("reason.no-standard", codec.title(), codec.isProprietary().source()));
    reasons.add(Questions.supports(standIn, codec.name()).because());
    List<MeasuredRun> asked = having(line.without(), reasons);
    if (asked.isEmpty()) {
      reasons.add(
          line.without().isEmpty()
              ? Phrase.of("reason.no-case-without")
              : Phrase.of("reason.not-run", String.join(", ", line.without())));
      return new Classed(
          line.without().isEmpty() ? LineClass.UNKNOWN : LineClass.MEASURABLE,
          reasons,
          Confidence.UNKNOWN);
    }
    boolean used = false;
    boolean done = true;
    for (MeasuredRun run : asked) {
      confidence = confidence.weaker(standIn.confidence(run));
      for (String id : line.without()) {
        Optional<MeasuredCase> one = run.find(id);
        boolean passed = one.map(MeasuredCase::passed).orElse(false);
        used |=
            one.map(c -> c.verdict() == Verdict.FAIL || c.flags().contains(Flag.PROPRIETARY))
                .orElse(false);
        done &= passed;
        reasons.add(
            Phrase.of(
                passed ? "reason.does-without" : "reason.not-without",
                id,
                seen(run),
                codec.title(),
                one.map(c -> c.verdict().name()).orElse("-")));
        reasons.add(rests(run));
      }
    }
    if (used || !done) {
      reasons.add(Phrase.of(used ? "reason.was-used" : "reason.undecided", codec.title()));
      return new Classed(LineClass.UNKNOWN, reasons, Confidence.UNKNOWN);
    }
    return new Classed(LineClass.RESTRICTIVE, reasons, confidence);
  }

  /** A line that any maker may meet by published documents. */
  private Classed open(TenderLine line) {
    List<Phrase> reasons = new ArrayList<>();
    Known<Boolean> needed = needed(line, reasons);
    if (line.cases().isEmpty()) {
      reasons.add(Phrase.of("reason.no-case"));
      return new Classed(LineClass.UNKNOWN, reasons, Confidence.UNKNOWN);
    }
    List<MeasuredRun> complete =
        having(line.cases(), reasons).stream()
            .filter(run -> line.cases().stream().allMatch(id -> decided(run, id)))
            .toList();
    if (complete.isEmpty()) {
      reasons.add(Phrase.of("reason.not-run", String.join(", ", line.cases())));
      return new Classed(LineClass.MEASURABLE, reasons, Confidence.UNKNOWN);
    }
    Confidence confidence = needed.confidence();
    for (MeasuredRun run : complete) {
      confidence = confidence.weaker(standIn.confidence(run));
      reasons.add(
          Phrase.of(
              run.passedAll(line.cases()) ? "reason.passed" : "reason.failed",
              String.join(", ", line.cases()),
              seen(run)));
      reasons.add(rests(run));
    }
    return needed.value().orElse(false)
        ? new Classed(LineClass.GROUNDED, reasons, confidence)
        : new Classed(LineClass.UNKNOWN, reasons, Confidence.UNKNOWN);
  }

  private Known<Boolean> needed(TenderLine line, List<Phrase> reasons) {
    return switch (line.requires()) {
      case Requirement.WorksWithInstalled() -> {
        reasons.add(Phrase.of("reason.needs-interworking", standIn.installed().name()));
        yield new Known<>(Optional.of(true), line.stands().source(), line.stands().confidence());
      }
      case Requirement.HasCodec(String codec) -> {
        Fact fact = Questions.supports(standIn, codec);
        reasons.add(fact.because());
        yield fact.answer() == Fact.Answer.YES
            ? new Known<>(Optional.of(true), "", fact.confidence())
            : Known.unknown("");
      }
      case Requirement.HasProperty(String name, var ignored) -> {
        reasons.add(Phrase.of("reason.need-unknown", name));
        yield Known.unknown("");
      }
      case Requirement.Unstated() -> {
        reasons.add(Phrase.of("reason.need-unknown", line.id()));
        yield Known.unknown("");
      }
    };
  }

  /** Runs that ran any of these cases and were made with the installed MCU or in its place. */
  private List<MeasuredRun> having(List<String> ids, List<Phrase> reasons) {
    List<MeasuredRun> found = new ArrayList<>();
    for (MeasuredRun run : runs) {
      if (ids.stream().anyMatch(id -> run.find(id).isPresent())) {
        if (standIn.counts(run)) {
          found.add(run);
        } else {
          reasons.add(
              Phrase.of("reason.other-peer", run.bundle(), run.peer(), standIn.installed().name()));
        }
      }
    }
    return found;
  }

  private static boolean decided(MeasuredRun run, String id) {
    return run.find(id).map(one -> one.passed() || one.verdict() == Verdict.FAIL).orElse(false);
  }

  private static Phrase seen(MeasuredRun run) {
    return Phrase.of(
        run.simulated() ? "run.simulated" : "run.measured", run.bundle(), run.device());
  }

  private Phrase rests(MeasuredRun run) {
    return run.isInstalled()
        ? Phrase.of(run.simulated() ? "reason.simulated-installed" : "reason.installed-itself")
        : Phrase.of(
            "reason.stand-in",
            standIn.installed().name(),
            Phrase.of("confidence." + standIn.confidence(run).word()),
            standIn.installed().audio().complete().source());
  }
}
