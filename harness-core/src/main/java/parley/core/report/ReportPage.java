package parley.core.report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.core.judge.Figure;
import parley.core.judge.Finding;
import parley.core.judge.Flag;
import parley.core.judge.Outcome;
import parley.core.plan.Plan;
import parley.core.suite.CaseResult;
import parley.core.suite.LifeCycle;
import parley.core.suite.RunLog;
import parley.core.suite.SuiteResult;

/** What the page shows, in words. */
public record ReportPage(SuiteResult result, Plan plan, String tool, RunLog log, String validity) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public SuiteResult.Counts counts() {
    return result.counts();
  }

  /** The whole run in a sentence. */
  public String conclusion() {
    SuiteResult.Counts counts = counts();
    if (!counts.complete()) {
      return "This run is not complete: "
          + counts.interrupted()
          + " of "
          + counts.planned()
          + " planned cases were not run to their end"
          + log.stopped().map(why -> " (" + why + ")").orElse("")
          + ".";
    }
    if (counts.fail() > 0) {
      return counts.fail() + " of " + counts.executed() + " cases failed.";
    }
    if (counts.error() + counts.inconclusive() > 0) {
      return "No case failed, but "
          + (counts.error() + counts.inconclusive())
          + " could not be decided.";
    }
    return counts.warning() > 0
        ? "No case failed; " + counts.warning() + " of " + counts.executed() + " have a warning."
        : "All " + counts.executed() + " cases that apply passed.";
  }

  /** PASS, FAIL or OPEN: the colour of the conclusion. */
  public String conclusionKind() {
    SuiteResult.Counts counts = counts();
    if (counts.fail() > 0) {
      return "fail";
    }
    return counts.complete() && counts.error() + counts.inconclusive() == 0 ? "pass" : "open";
  }

  public boolean simulated() {
    return result.simulated();
  }

  /** Time stamp state first, as the first page must say. */
  public boolean untimestamped() {
    return validity.contains("untimestamped");
  }

  public String began() {
    return TIME.format(log.began());
  }

  public String took() {
    return log.ended()
        .map(end -> Duration.between(log.began(), end).toSeconds() + " s")
        .orElse("not ended");
  }

  public String target() {
    return plan.candidate().target().map(Object::toString).orElse("");
  }

  /** The codecs of the plan, as most cases offer them. */
  public String offered() {
    return String.join(", ", plan.media().audio())
        + "; "
        + String.join(", ", plan.media().video())
        + " ("
        + plan.media().picture().width()
        + "x"
        + plan.media().picture().height()
        + " at "
        + plan.media().picture().framesPerSecond()
        + " pictures/s, "
        + plan.media().picture().kilobitsPerSecond()
        + " kbit/s)";
  }

  public String product() {
    return result.product().orElse("it did not name itself");
  }

  public static String orUnknown(String text) {
    return text.isBlank() ? "not stated" : text;
  }

  public List<CaseResult> cases() {
    return result.results();
  }

  /** The verdict, or that the case never came to one. */
  public static String verdict(CaseResult one) {
    return one.state() == LifeCycle.FINISHED
        ? one.judgement().verdict().name().replace('_', ' ')
        : one.state().name();
  }

  public static String style(CaseResult one) {
    return one.state() == LifeCycle.FINISHED
        ? one.judgement().verdict().name().toLowerCase(Locale.ROOT)
        : "interrupted";
  }

  /** What failed is shown with its checks, the rest folds up. */
  public boolean openAtFirst(CaseResult one) {
    return style(one).equals("fail") || style(one).equals("error");
  }

  public static String flags(CaseResult one) {
    return one.judgement().flags().stream()
        .sorted()
        .map(Flag::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  public static String clauses(CaseResult one) {
    return one.clauses().stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  public static String inspected(CaseResult one) {
    var inspected = one.judgement().inspected();
    return counted(one.judgement().findings().size(), "check")
        + " on "
        + counted(inspected.messages(), "message")
        + ", "
        + counted(inspected.packets(), "packet")
        + ", "
        + counted(inspected.frames(), "picture");
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  public static String outcome(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Satisfied satisfied -> "holds";
      case Outcome.Violated violated ->
          switch (finding.severity()) {
            case FAIL -> "FAILS";
            case WARNING -> "warning";
            case INFO -> "noted";
          };
      case Outcome.Undecided undecided -> "open";
    };
  }

  public static String outcomeStyle(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Satisfied satisfied -> "pass";
      case Outcome.Violated violated ->
          switch (finding.severity()) {
            case FAIL -> "fail";
            case WARNING -> "warning";
            case INFO -> "not_applicable";
          };
      case Outcome.Undecided undecided -> "inconclusive";
    };
  }

  public static String packets(Finding finding) {
    return finding.outcome().packets().stream()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  public static String figure(Figure figure) {
    return figure.value() + (figure.unit().isEmpty() ? "" : " " + figure.unit());
  }
}
