package parley.lab.run;

import java.io.PrintWriter;
import parley.core.judge.Verdict;
import parley.core.suite.CaseResult;
import parley.core.suite.LifeCycle;
import parley.core.suite.SuiteResult;
import parley.lab.console.Terminal;

/** What a run came to, as a table on a terminal. */
public final class Summary {
  /** Prints the verdict table, the counts and where the evidence is. */
  public static void print(Certification.Finished finished, Terminal terminal) {
    PrintWriter out = terminal.out();
    SuiteResult result = finished.result();
    out.println();
    out.println(
        result.candidate()
            + result
                .product()
                .map(product -> "  (names itself " + clean(product) + ")")
                .orElse(""));
    if (result.simulated()) {
      out.println("SIMULATED: nothing here is a statement about any maker's product");
    }
    out.println();
    int width =
        result.results().stream().mapToInt(one -> one.id().toString().length()).max().orElse(10);
    int notRun = 0;
    for (CaseResult one : result.results()) {
      if (one.state() != LifeCycle.FINISHED && one.record().isEmpty()) {
        notRun++;
        continue;
      }
      String verdict =
          one.state() == LifeCycle.FINISHED ? one.judgement().verdict().name() : one.state().name();
      String id = one.id().toString();
      out.println(
          "  "
              + Colours.verdict(verdict, 14, terminal.colourOnOut())
              + " "
              + id
              + " ".repeat(width - id.length() + 2)
              + one.title());
      if (one.judgement().verdict() != Verdict.PASS) {
        out.println(" ".repeat(19 + width) + clean(one.judgement().reason()));
      }
    }
    if (notRun > 0) {
      out.println(
          "  "
              + Colours.verdict("NOT RUN", 14, terminal.colourOnOut())
              + " "
              + left(notRun, finished));
    }
    SuiteResult.Counts counts = result.counts();
    out.println();
    out.println(
        "  planned "
            + counts.planned()
            + " = executed "
            + counts.executed()
            + " + not applicable "
            + counts.notApplicable()
            + " + interrupted "
            + counts.interrupted());
    out.println(
        "  pass "
            + counts.pass()
            + ", warning "
            + counts.warning()
            + ", fail "
            + counts.fail()
            + ", inconclusive "
            + counts.inconclusive()
            + ", lab error "
            + counts.error());
    out.println();
    out.println("  report  " + finished.folder().resolve("report.html"));
    finished.bundle().ifPresent(bundle -> out.println("  bundle  " + bundle));
    finished.trouble().ifPresent(trouble -> terminal.err().println("parley: " + trouble));
    out.flush();
  }

  private static String left(int notRun, Certification.Finished finished) {
    String reason = finished.stopped().orElse("the run ended before");
    return notRun
        + (notRun == 1 ? " case" : " cases")
        + (reason.startsWith("preflight")
            ? ": a laboratory that is not fit calls no device"
            : ": " + clean(reason));
  }

  /** Text from the wire without what would steer a terminal. */
  static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "\ufffd");
  }

  private Summary() {}
}
