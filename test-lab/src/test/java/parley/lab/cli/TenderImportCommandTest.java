package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.suite.Catalogue;
import parley.profiles.tender.CaseNames;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.Tender;
import parley.profiles.tender.TenderLine;
import parley.profiles.tender.Tenders;
import parley.profiles.tender.Wording;

/** What a user of {@code parley tender import} gets. */
class TenderImportCommandTest {
  private static final CaseNames CASES =
      CaseNames.of(Catalogue.load().everyCase().stream().map(one -> one.id().toString()).toList());
  private static final Tender COURTS = Tenders.load("gas-justice-2024", CASES).shipped();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void theTextOfTheShippedTenderGivesItsLines(String language) throws Exception {
    List<String> text = new ArrayList<>();
    text.add(COURTS.title(language));
    COURTS.lines().forEach(line -> text.add(line.wording(language).text()));
    Tender draft = imported(docx("spec-" + language, text));
    assertSameLines(draft, 1);
    for (TenderLine line : draft.lines()) {
      Wording quoted = line.wordings().getFirst();
      assertTrue(quoted.verbatim());
      assertEquals(language, quoted.language());
      assertTrue(text.contains(quoted.text()), quoted.text());
    }
  }

  @Test
  void bothLanguagesInOneDocumentAreTwoWordingsOfTheSameLines() throws Exception {
    List<String> text = new ArrayList<>();
    for (String language : List.of("ru", "en")) {
      text.add(COURTS.title(language));
      COURTS.lines().forEach(line -> text.add(line.wording(language).text()));
    }
    assertSameLines(imported(docx("both", text)), 2);
  }

  @Test
  void rowsOfATableAreLinesToo() throws Exception {
    Path file = folder.resolve("table.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("Терминал видео-конференц-связи");
      XWPFTable table = document.createTable(4, 2);
      String[][] cells = {
        {"Аудиокодеки", "G.722.1, ARES"},
        {"Протоколы", "SIP, H.323"},
        {"Порты USB", "не менее 4 шт."},
        {"Массив микрофонов", "не менее 8"}
      };
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < 2; column++) {
          table.getRow(row).getCell(column).setText(cells[row][column]);
        }
      }
      document.write(out);
    }
    CommandRun run = CommandRun.of(folder, "tender", "import", file.toString());
    assertEquals(0, run.status(), run.toString());
    for (String expected :
        List.of(
            "- id: ares\n    # sure: high",
            "- id: g722-1\n    # sure: high",
            "- id: usb\n    # sure: high",
            "- id: microphones\n    # sure: high",
            "property: usb-ports, at-least: 4",
            "property: microphones, at-least: 8",
            "\"Порты USB | не менее 4 шт.\"",
            "source: \"table 1, row 3\"")) {
      assertTrue(run.out().contains(expected), expected + "\n" + run.out());
    }
    assertFalse(run.out().contains("id: g722\n"), run.out());
  }

  @Test
  void aPdfIsReadToo() throws Exception {
    Path file = folder.resolve("spec.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.setLeading(14);
        content.newLineAtOffset(50, 700);
        content.showText("Videoconferencing terminals");
        for (TenderLine line : COURTS.lines()) {
          content.newLine();
          content.showText(line.wording("en").text());
        }
        content.endText();
      }
      document.save(file.toFile());
    }
    assertSameLines(imported(file), 1);
  }

  @Test
  void aSpecificationOfSomethingElseGivesNoSureLine() throws Exception {
    List<List<String>> others =
        List.of(
            List.of(
                "Моноблок для рабочего места",
                "Моноблок: процессор, камера, микрофон и звуковой кодек Realtek в одном корпусе.",
                "Порты USB: 4 шт., из них 2 USB 3.0.",
                "Два встроенных микрофона.",
                "Совместимость с имеющимся сервером каталогов.",
                "Гарантия 36 месяцев."),
            List.of(
                "All-in-one desktop computers",
                "The all-in-one has a camera, two microphones and an audio codec.",
                "At least six USB ports.",
                "Compatible with the installed server."),
            List.of(
                "Microphones for a radio studio",
                "A set of eight microphones with a USB interface.",
                "Recordings of the god Ares are part of the archive."),
            List.of(
                "Коммутатор доступа", "Порты: 48 x 1G, 4 x SFP+", "Консольный порт USB: 1 шт."));
    for (List<String> text : others) {
      CommandRun run = CommandRun.of(folder, "tender", "import", docx("other", text).toString());
      assertFalse(run.out().contains("sure: high"), run.toString());
      assertTrue(run.err().contains("is this a specification of videoconferencing?"), run.err());
    }
  }

  @Test
  void aDocumentWithoutAnyLineSaysSo() throws Exception {
    CommandRun run =
        CommandRun.of(folder, "tender", "import", docx("bread", List.of("Хлеб, 20 кг")).toString());
    assertEquals(3, run.status());
    assertTrue(run.err().contains("0 lines found in 1 passages"), run.err());
  }

  @Test
  void whatIsNoDocumentIsSaidInOneLineAndNotInATrace() throws Exception {
    for (String name : List.of("broken.docx", "broken.pdf", "broken.doc")) {
      Path file = Files.writeString(folder.resolve(name), "this is no document");
      CommandRun run = CommandRun.of(folder, "tender", "import", file.toString());
      assertEquals(2, run.status(), run.toString());
      assertTrue(run.err().startsWith("parley: '" + file + "' "), run.err());
      assertFalse(run.err().contains("Exception"), run.err());
      assertEquals("", run.out());
    }
  }

  @Test
  void aDraftReplacesNoFile() throws Exception {
    Path there = Files.writeString(folder.resolve("there.yaml"), "mine");
    Path text = Files.writeString(folder.resolve("a.txt"), "Four USB ports.");
    CommandRun run =
        CommandRun.of(folder, "tender", "import", text.toString(), "--output", there.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("is there already"), run.err());
    assertEquals("mine", Files.readString(there));
  }

  @Test
  void aQuotationWithMarksOfYamlStaysTheSame() throws Exception {
    String odd = "USB: \"four\" # ports \\ {a: [b]} - 4 USB ports\t!";
    Path file = Files.writeString(folder.resolve("odd.txt"), odd + "\n");
    Tender draft = imported(file);
    assertEquals(odd, draft.lines().getFirst().wordings().getFirst().text());
  }

  private void assertSameLines(Tender draft, int wordings) {
    assertEquals(
        new TreeSet<>(COURTS.lines().stream().map(TenderLine::id).toList()),
        new TreeSet<>(draft.lines().stream().map(TenderLine::id).toList()));
    for (TenderLine expected : COURTS.lines()) {
      TenderLine actual =
          draft.lines().stream()
              .filter(line -> line.id().equals(expected.id()))
              .findFirst()
              .orElseThrow();
      assertEquals(expected.kind(), actual.kind(), expected.id());
      assertEquals(expected.requires(), actual.requires(), expected.id());
      assertEquals(expected.marks(), actual.marks(), expected.id());
      assertEquals(expected.cases(), actual.cases(), expected.id());
      assertEquals(expected.without(), actual.without(), expected.id());
      assertEquals(wordings, actual.wordings().size(), expected.id());
    }
    assertEquals(
        new Requirement.HasCodec("ARES"),
        draft.lines().stream()
            .filter(l -> l.id().equals("ares"))
            .findFirst()
            .orElseThrow()
            .requires());
  }

  /** The draft as a check would read it, with the installed profile filled in where it is open. */
  private Tender imported(Path file) throws Exception {
    Path yaml = folder.resolve("draft.yaml");
    Files.deleteIfExists(yaml);
    CommandRun run =
        CommandRun.of(folder, "tender", "import", file.toString(), "--output", yaml.toString());
    assertEquals(0, run.status(), run.toString());
    String text = Files.readString(yaml);
    if (!file.toString().endsWith("odd.txt")) {
      assertFalse(text.contains("sure: low") || text.contains("sure: medium"), text);
    }
    Files.writeString(yaml, text.replace("installed: unknown", "installed: polycom-rmx"));
    return Tenders.load(yaml.toString(), CASES).shipped();
  }

  private Path docx(String name, List<String> paragraphs) throws Exception {
    Path file = folder.resolve(name + ".docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      paragraphs.forEach(text -> document.createParagraph().createRun().setText(text));
      document.write(out);
    }
    return file;
  }
}
