package parley.lab.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.core.tender.draft.Draft;
import parley.core.tender.draft.DraftLine;
import parley.core.tender.draft.DraftYaml;
import parley.core.tender.draft.Drafting;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.tender.DocumentText;
import parley.profiles.tender.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a tender file from a document. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a tender file from a specification (docx, pdf or txt; Russian or English).",
      "Every line quotes its text and says how sure the finding is; what cannot be told from the",
      "text stands as a question in the draft. Nothing is invented."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:at least one line was found",
      "2:the document cannot be read",
      "3:no line was found"
    })
final class TenderImportCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "the .docx, .pdf or .txt file")
  private @Nullable Path file;

  @Option(
      names = "--output",
      paramLabel = "YAML",
      description = "write the draft to this new file (default: standard output)")
  private @Nullable Path output;

  TenderImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    Path source = Optional.ofNullable(file).orElseThrow();
    String document =
        Optional.ofNullable(source.getFileName()).map(Path::toString).orElse("document");
    Draft draft = Drafting.of(document, DocumentText.of(source), Vocabulary.standard());
    String yaml = DraftYaml.write(draft, name(document));
    if (output == null) {
      terminal.out().print(yaml);
      terminal.out().flush();
    } else {
      write(output, yaml);
    }
    terminal
        .err()
        .println(
            "parley: "
                + draft.lines().size()
                + " lines found in "
                + draft.passages()
                + " passages; sure of "
                + draft.lines().stream()
                    .filter(one -> one.sureness() == DraftLine.Sureness.HIGH)
                    .count());
    draft.questions().forEach(question -> terminal.err().println("parley: " + question));
    return draft.lines().isEmpty() ? ExitCode.UNDECIDED : ExitCode.AS_REQUIRED;
  }

  private static String name(String document) {
    String plain =
        document
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[a-z]+$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "imported" : plain;
  }

  private static void write(Path output, String yaml) {
    try {
      Files.writeString(output, yaml, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw CommandStopped.usage(
          "'" + output + "' is there already: a draft replaces nothing", "Name a new file.");
    } catch (IOException cannot) {
      throw CommandStopped.usage(
          "the draft cannot be written to '" + output + "': " + cannot.getMessage(),
          "Name a file in a folder that is there and may be written.");
    }
  }
}
