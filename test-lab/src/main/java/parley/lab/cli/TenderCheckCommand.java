package parley.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.core.report.HtmlReport;
import parley.core.report.Sheet;
import parley.core.report.TenderJson;
import parley.core.report.TenderSheet;
import parley.core.suite.Catalogue;
import parley.core.tender.TenderCheck;
import parley.core.tender.TenderResult;
import parley.core.tender.Words;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.console.TerminalWidth;
import parley.lab.tender.Entrants;
import parley.lab.tender.SheetText;
import parley.profiles.Loaded;
import parley.profiles.tender.CaseNames;
import parley.profiles.tender.Tender;
import parley.profiles.tender.Tenders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a tender. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Says of each line of a tender what it is worth and whom it keeps out.",
      "Bundles are verified first; where one measured a line, no claim is mixed into it.",
      "What is not known stays unknown. These are facts and no legal advice."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the tender was checked, whatever came of it",
      "2:the tender, a profile or a bundle cannot be used"
    })
final class TenderCheckCommand implements Callable<ExitCode> {
  private static final int WIDTH_OF_A_FILE = 120;

  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "TENDER",
      description = "a shipped tender (gas-justice-2024) or a file that ends with .yaml")
  private @Nullable String tender;

  @Option(
      names = "--candidate",
      paramLabel = "[NAME=]PROFILE|BUNDLE",
      description =
          "a profile, or a bundle (.asice); NAME= says which candidate of the tender it is of")
  private List<String> candidates = new ArrayList<>();

  @Option(
      names = "--makers",
      paramLabel = "N",
      defaultValue = "2",
      description = "find the fewest lines to give up so that N makers qualify (default: 2)")
  private int makers;

  @Option(names = "--lang", paramLabel = "ru|en", defaultValue = "en", description = "language")
  private String language = "en";

  @Option(names = "--json", description = "one JSON object on standard output")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page that works without a network, and print nothing else")
  private @Nullable Path html;

  TenderCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    if (!Words.LANGUAGES.contains(language)) {
      throw CommandStopped.usage(
          "there are no texts in '"
              + language
              + "': write "
              + String.join(" or ", Words.LANGUAGES));
    }
    if (makers < 1 || makers > 20) {
      throw CommandStopped.usage("--makers must be from 1 to 20");
    }
    TenderResult result = check();
    Words words = Words.of(language);
    if (json) {
      terminal.out().println(TenderJson.write(result, words, makers));
    }
    Sheet sheet = TenderSheet.of(result, words, makers);
    if (html != null) {
      page(html, sheet);
    }
    if (!json && html == null) {
      new SheetText(terminal.out(), width()).print(sheet);
    }
    terminal.out().flush();
    return ExitCode.AS_REQUIRED;
  }

  private TenderResult check() {
    CaseNames known =
        CaseNames.of(
            Catalogue.load().everyCase().stream().map(one -> one.id().toString()).toList());
    String name = Optional.ofNullable(tender).orElseThrow();
    Tender read =
        switch (Tenders.load(name, known)) {
          case Loaded.Good<Tender>(Tender good) -> good;
          case Loaded.Bad<Tender> bad ->
              throw CommandStopped.usage(
                  "the tender '" + name + "' cannot be used",
                  bad.problems().stream().map(Object::toString).toArray(String[]::new));
        };
    Entrants entrants = new Entrants(read);
    candidates.forEach(entrants::add);
    return TenderCheck.of(read, entrants.installed(), entrants.columns(), entrants.runs());
  }

  private int width() {
    return terminal.outIsTerminal() ? TerminalWidth.ofThisProcess().orElse(80) : WIDTH_OF_A_FILE;
  }

  private static void page(Path file, Sheet sheet) {
    try {
      Files.writeString(file, HtmlReport.write(sheet));
    } catch (IOException cannot) {
      throw CommandStopped.usage(
          "the page cannot be written to '" + file + "': " + cannot.getMessage(),
          "Name a file in a folder that is there and may be written.");
    }
  }
}
