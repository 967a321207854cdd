package parley.lab.tender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import parley.core.tender.draft.Passage;
import parley.lab.console.CommandStopped;

/** The text of a document, in passages that know where they stand. */
public final class DocumentText {
  /** Largest document in octets. */
  static final long LIMIT = 50L << 20;

  private DocumentText() {}

  /**
   * @throws CommandStopped where the file is none of docx, pdf and txt, or cannot be read
   */
  public static List<Passage> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      throw CommandStopped.usage("there is no file '" + file + "'");
    }
    try {
      if (Files.size(file) > LIMIT) {
        throw CommandStopped.usage(
            "'" + file + "' is longer than " + (LIMIT >> 20) + " MiB, the limit");
      }
      if (name.endsWith(".docx")) {
        return docx(file);
      }
      if (name.endsWith(".pdf")) {
        return pdf(file);
      }
      if (name.endsWith(".txt")) {
        return text(file);
      }
    } catch (IOException unreadable) {
      throw unusable(file, unreadable);
    }
    throw CommandStopped.usage(
        "'" + file + "' is none of .docx, .pdf and .txt",
        "Save it in one of these; an old .doc opens in any word processor.");
  }

  private static List<Passage> docx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      List<Passage> passages = new ArrayList<>();
      int paragraphs = 0;
      int tables = 0;
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          add("paragraph " + ++paragraphs, paragraph.getText(), passages);
        } else if (element instanceof XWPFTable table) {
          tables++;
          int rows = 0;
          for (XWPFTableRow row : table.getRows()) {
            add(
                "table " + tables + ", row " + ++rows,
                String.join(
                    " | ", row.getTableCells().stream().map(XWPFTableCell::getText).toList()),
                passages);
          }
        }
      }
      return passages;
    } catch (RuntimeException malformed) {
      // The library says by many unchecked exceptions that a file is not what its name says.
      throw unusable(file, malformed);
    }
  }

  private static List<Passage> pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      List<Passage> passages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        lines("page " + page, stripper.getText(document), passages);
      }
      if (passages.isEmpty()) {
        throw CommandStopped.usage(
            "'" + file + "' holds no text: its pages may be pictures",
            "Have them recognised (OCR) first.");
      }
      return passages;
    } catch (CommandStopped stopped) {
      throw stopped;
    } catch (RuntimeException malformed) {
      throw unusable(file, malformed);
    }
  }

  private static List<Passage> text(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<Passage> passages = new ArrayList<>();
    lines("text", text.startsWith("\uFEFF") ? text.substring(1) : text, passages);
    return passages;
  }

  /** Lines that a page has broken are put together: the next begins small, or the last is open. */
  private static void lines(String where, String text, List<Passage> passages) {
    StringBuilder open = new StringBuilder();
    int number = 0;
    int from = 0;
    for (String line : text.lines().toList()) {
      number++;
      String now = line.strip();
      boolean goesOn =
          !open.isEmpty()
              && !now.isEmpty()
              && (Character.isLowerCase(now.codePointAt(0))
                  && ".;:".indexOf(open.charAt(open.length() - 1)) < 0);
      if (!goesOn) {
        add(where + ", line " + from, open.toString(), passages);
        open.setLength(0);
        from = number;
      }
      open.append(open.isEmpty() ? "" : " ").append(now);
    }
    add(where + ", line " + from, open.toString(), passages);
  }

  /** Sentences of one paragraph are passages of their own. */
  private static void add(String place, String text, List<Passage> passages) {
    for (String sentence : text.strip().split("(?<=[.;])\\s+(?=[\\p{Lu}\\d])")) {
      if (!sentence.isBlank()) {
        passages.add(new Passage(place, sentence.strip()));
      }
    }
  }

  private static CommandStopped unusable(Path file, Exception reason) {
    return CommandStopped.usage(
        "'" + file + "' cannot be read as what its name says: " + firstLine(reason),
        "Open it in its own program, save it again, and try once more.");
  }

  private static String firstLine(Exception reason) {
    String message = String.valueOf(reason.getMessage());
    return message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
  }
}
