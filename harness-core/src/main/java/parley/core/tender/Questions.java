package parley.core.tender;

import java.util.List;
import java.util.Optional;
import parley.profiles.Codec;
import parley.profiles.CodecList;
import parley.profiles.CodecRegister;
import parley.profiles.CodecUse;
import parley.profiles.Confidence;
import parley.profiles.Known;
import parley.profiles.tender.Instead;
import parley.profiles.tender.LineKind;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.TenderLine;

/**
 * Facts for three questions: does what is installed support the feature, do two makers do without
 * it, is there a published standard.
 */
final class Questions {
  private final StandIn standIn;
  private final List<Entrant> entrants;

  Questions(StandIn standIn, List<Entrant> entrants) {
    this.standIn = standIn;
    this.entrants = entrants;
  }

  List<Fact> of(TenderLine line) {
    return List.of(installed(line), twoMakers(line), standard(line));
  }

  private Fact installed(TenderLine line) {
    if (line.requires() instanceof Requirement.HasCodec(String codec)) {
      return supports(standIn, codec);
    }
    boolean network =
        line.kind() == LineKind.INTEROPERABILITY || line.kind() == LineKind.MEDIA_QUALITY;
    return new Fact(
        Phrase.of("question.installed"),
        network ? Fact.Answer.UNKNOWN : Fact.Answer.NOT_ASKED,
        Phrase.of(network ? "fact.installed.unsaid" : "fact.installed.no-matter"),
        Confidence.UNKNOWN);
  }

  /** Whether the installed MCU has a codec; silence of an incomplete list is not absence. */
  static Fact supports(StandIn standIn, String codec) {
    Phrase question = Phrase.of("question.installed");
    String name = standIn.installed().name();
    CodecList list = StandIn.listOf(standIn.installed(), codec);
    Optional<Known<CodecUse>> use =
        list.codecs().stream()
            .filter(one -> one.value().map(c -> c.codec().equalsIgnoreCase(codec)).orElse(false))
            .findFirst();
    if (use.isPresent()) {
      boolean assumed = use.get().assumed();
      return new Fact(
          question,
          assumed ? Fact.Answer.UNKNOWN : Fact.Answer.YES,
          Phrase.of(
              assumed ? "fact.installed.assumed" : "fact.installed.has",
              name,
              codec,
              use.get().source()),
          use.get().confidence());
    }
    Confidence absence = list.confidenceOfAbsence();
    return absence == Confidence.UNKNOWN
        ? new Fact(
            question,
            Fact.Answer.UNKNOWN,
            Phrase.of("fact.installed.silent", name, codec, list.complete().source()),
            absence)
        : new Fact(
            question,
            Fact.Answer.NO,
            Phrase.of("fact.installed.lacks", name, codec, list.complete().source()),
            absence);
  }

  private Fact twoMakers(TenderLine line) {
    Phrase question = Phrase.of("question.two-makers");
    List<String> cases =
        line.without().isEmpty()
            ? line.instead().map(Instead::cases).orElse(List.of())
            : line.without();
    if (cases.isEmpty()) {
      return new Fact(
          question, Fact.Answer.UNKNOWN, Phrase.of("fact.two-makers.no-case"), Confidence.UNKNOWN);
    }
    List<Entrant> passing =
        entrants.stream()
            .filter(one -> one.runs().stream().anyMatch(run -> passed(run, cases)))
            .toList();
    List<String> makers =
        passing.stream().filter(one -> !one.simulated()).map(Entrant::maker).distinct().toList();
    List<String> simulators =
        passing.stream().filter(Entrant::simulated).map(Entrant::name).toList();
    String ids = String.join(", ", cases);
    Phrase because =
        makers.isEmpty()
            ? Phrase.of("fact.two-makers.none", ids)
            : Phrase.of("fact.two-makers.some", ids, String.join(", ", makers));
    if (!simulators.isEmpty()) {
      because = Phrase.of("fact.two-makers.simulated", because, ids, String.join(", ", simulators));
    }
    if (makers.size() < 2) {
      return new Fact(question, Fact.Answer.UNKNOWN, because, Confidence.UNKNOWN);
    }
    Confidence confidence =
        passing.stream()
            .filter(one -> !one.simulated())
            .flatMap(one -> one.runs().stream().filter(run -> passed(run, cases)))
            .map(standIn::confidence)
            .reduce(Confidence.MEASURED, Confidence::weaker);
    return new Fact(question, Fact.Answer.YES, because, confidence);
  }

  private boolean passed(MeasuredRun run, List<String> cases) {
    return standIn.counts(run) && run.passedAll(cases);
  }

  private static Fact standard(TenderLine line) {
    Phrase question = Phrase.of("question.standard");
    if (line.requires() instanceof Requirement.HasCodec(String name)) {
      Optional<Codec> codec = CodecRegister.standard().byAnyName(name);
      if (codec.isPresent() && codec.get().standard().value().isPresent()) {
        Known<String> standard = codec.get().standard();
        String document = standard.value().get();
        boolean none = document.equals("none");
        return new Fact(
            question,
            none ? Fact.Answer.NO : Fact.Answer.YES,
            none
                ? Phrase.of("fact.standard.none", codec.get().title(), standard.source())
                : Phrase.of("fact.standard.is", document, standard.source()),
            standard.confidence());
      }
    }
    List<String> documents =
        line.instead().stream().flatMap(instead -> instead.standards().stream()).toList();
    return new Fact(
        question,
        Fact.Answer.UNKNOWN,
        documents.isEmpty()
            ? Phrase.of("fact.standard.unsaid")
            : Phrase.of("fact.standard.of-function", String.join(", ", documents)),
        Confidence.UNKNOWN);
  }
}
