package parley.core.tender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.judge.Verdict;
import parley.profiles.CodecList;
import parley.profiles.Confidence;
import parley.profiles.Known;
import parley.profiles.Profile;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.TenderLine;

/** Fills one cell of the table. */
final class Cells {
  private final StandIn standIn;

  Cells(StandIn standIn) {
    this.standIn = standIn;
  }

  /** Where a bundle ran any case of the line, bundles alone decide. */
  Cell of(TenderLine line, Entrant entrant) {
    return measured(line, entrant).orElseGet(() -> claimed(line, entrant));
  }

  private Optional<Cell> measured(TenderLine line, Entrant entrant) {
    List<MeasuredRun> runs =
        entrant.runs().stream()
            .filter(standIn::counts)
            .filter(run -> line.cases().stream().anyMatch(id -> run.find(id).isPresent()))
            .toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing = new ArrayList<>();
    boolean failed = false;
    for (String id : line.cases()) {
      List<MeasuredCase> results = runs.stream().flatMap(run -> run.find(id).stream()).toList();
      failed |= results.stream().anyMatch(one -> one.verdict() == Verdict.FAIL);
      if (results.stream().noneMatch(one -> one.passed() || one.verdict() == Verdict.FAIL)) {
        missing.add(id);
      }
    }
    Confidence confidence =
        runs.stream().map(standIn::confidence).reduce(Confidence.MEASURED, Confidence::weaker);
    Standing standing =
        failed ? Standing.FAILS : missing.isEmpty() ? Standing.MEETS : Standing.UNKNOWN;
    return Optional.of(
        new Cell.Measured(
            standing,
            standing == Standing.UNKNOWN ? Confidence.UNKNOWN : confidence,
            runs.stream().map(MeasuredRun::bundle).toList(),
            missing));
  }

  private static Cell claimed(TenderLine line, Entrant entrant) {
    if (line.requires() instanceof Requirement.HasCodec(String codec)) {
      Optional<Cell> said = entrant.profile().flatMap(profile -> codec(profile, codec));
      if (said.isPresent()) {
        return said.get();
      }
    }
    String name = line.requires().declaredAs().orElse(line.id());
    Known<String> declared = entrant.declared().get(name);
    if (declared == null || declared.value().isEmpty()) {
      return new Cell.Blank();
    }
    Standing standing = standing(line.requires(), declared.value().get());
    return new Cell.Claimed(standing, declared.confidence(), declared.source());
  }

  /** What a profile says of a codec; empty where it is silent and may have left it out. */
  private static Optional<Cell> codec(Profile profile, String codec) {
    for (CodecList list : List.of(profile.audio(), profile.video())) {
      for (var use : list.codecs()) {
        if (use.value().map(one -> one.codec().equalsIgnoreCase(codec)).orElse(false)) {
          return use.assumed()
              ? Optional.empty()
              : Optional.of(new Cell.Claimed(Standing.MEETS, use.confidence(), use.source()));
        }
      }
    }
    CodecList list = StandIn.listOf(profile, codec);
    return list.confidenceOfAbsence() == Confidence.UNKNOWN
        ? Optional.empty()
        : Optional.of(
            new Cell.Claimed(Standing.FAILS, list.confidenceOfAbsence(), list.complete().source()));
  }

  private static Standing standing(Requirement requires, String declared) {
    if (requires instanceof Requirement.HasProperty(String ignored, var atLeast)
        && atLeast.isPresent()) {
      return number(declared)
          .map(value -> value >= atLeast.getAsInt() ? Standing.MEETS : Standing.FAILS)
          .orElse(Standing.UNKNOWN);
    }
    return switch (declared) {
      case "true", "yes" -> Standing.MEETS;
      case "false", "no" -> Standing.FAILS;
      default -> Standing.UNKNOWN;
    };
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
