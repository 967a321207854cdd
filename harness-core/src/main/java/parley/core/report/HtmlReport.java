package parley.core.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import parley.core.plan.Plan;
import parley.core.suite.RunLog;
import parley.core.suite.SuiteResult;

/**
 * The one-page reports: self-contained HTML that works offline and prints well. Every text from the
 * wire or the plan is escaped by the template engine.
 */
public final class HtmlReport {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlReport.class.getClassLoader(),
          "parley.core.report.templates");

  /**
   * @param tool which build judged
   * @param validity how the evidence is signed and time-stamped
   */
  public static String write(
      SuiteResult result, Plan plan, String tool, RunLog log, String validity) {
    StringOutput out = new StringOutput();
    ENGINE.render("report.jte", new ReportPage(result, plan, tool, log, validity), out);
    return out.toString();
  }

  /** The page of a trace: ladders whose messages open. */
  public static String write(TracePage page) {
    StringOutput out = new StringOutput();
    ENGINE.render("trace.jte", page, out);
    return out.toString();
  }

  /** The page of a measured capture: figures and plots of every stream. */
  public static String write(MeasurePage page) {
    StringOutput out = new StringOutput();
    ENGINE.render("measure.jte", page, out);
    return out.toString();
  }

  /** A document as a page. */
  public static String write(Sheet sheet) {
    StringOutput out = new StringOutput();
    ENGINE.render("sheet.jte", sheet, out);
    return out.toString();
  }

  private HtmlReport() {}
}
