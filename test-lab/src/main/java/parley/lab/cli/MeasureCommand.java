package parley.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.core.measure.MeasuredCapture;
import parley.core.report.HtmlReport;
import parley.core.report.MeasureJson;
import parley.core.report.MeasurePage;
import parley.core.suite.Catalogue;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.console.TerminalWidth;
import parley.lab.measure.FigureTable;
import parley.lab.measure.Measuring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the media of a capture. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = {
      "Measures every RTP stream of a capture.",
      "Packets, losses, repetitions, order, jitter, delays, rates, bursts of loss, clock skew, and",
      "what RTCP says beside what was counted; the capture is a pcap or pcapng, anybody's, of any",
      "size. Codecs and clocks are taken from SIP and H.323 in it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the streams of the capture are measured",
      "2:there is no such capture, or it is none",
      "3:the capture holds no RTP, or it is cut off and measured as far as it goes"
    })
final class MeasureCommand implements Callable<ExitCode> {
  private static final int WIDTH_OF_A_FILE = 160;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CAPTURE", description = "the .pcap or .pcapng file")
  private @Nullable Path capture;

  @Option(
      names = {"-v", "--verbose"},
      description = "show every figure of every stream")
  private boolean verbose;

  @Option(names = "--json", description = "one JSON object on standard output")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page with plots, too")
  private @Nullable Path html;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "characters of a line (default: the terminal's, or 160)")
  private @Nullable Integer width;

  MeasureCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    Path file = Optional.ofNullable(capture).orElseThrow();
    Measuring measuring = CaptureFile.read(file, MeasureCommand::measure);
    MeasuredCapture measured = measuring.measured();
    List<String> notes = notes(measuring);
    if (measured.streams().isEmpty()) {
      throw CommandStopped.labError(
          "no RTP in '"
              + file
              + "': "
              + count(measured.packets(), "packet")
              + ", "
              + measured.datagrams()
              + " of them UDP",
          notes.toArray(String[]::new));
    }
    if (html != null) {
      MeasurePage page =
          new MeasurePage(CaptureFile.name(file), measured, notes, CaptureFile.tool());
      CaptureFile.writePage(html, HtmlReport.write(page));
    }
    if (json) {
      terminal
          .out()
          .println(
              MeasureJson.write(CaptureFile.name(file), measured, measuring.endedEarly(), notes));
    } else {
      FigureTable table = new FigureTable(columns(), terminal.out());
      table.print(measured, verbose);
      if (html != null) {
        terminal.out().println("page  " + html);
      }
    }
    terminal.out().flush();
    notes.forEach(note -> terminal.err().println("parley: " + note));
    return measuring.endedEarly().isPresent() ? ExitCode.UNDECIDED : ExitCode.AS_REQUIRED;
  }

  private int columns() {
    return width != null
        ? Math.max(40, width)
        : terminal.outIsTerminal() ? TerminalWidth.ofThisProcess().orElse(80) : WIDTH_OF_A_FILE;
  }

  private static Measuring measure(Path file) throws IOException {
    Measuring measuring = Measuring.of(file, () -> Catalogue.load().protocols());
    if (measuring.endedEarly().isPresent() && measuring.measured().packets() == 0) {
      throw CaptureFile.noCapture(file, measuring.endedEarly().get());
    }
    return measuring;
  }

  private static List<String> notes(Measuring measuring) {
    MeasuredCapture measured = measuring.measured();
    List<String> notes = new ArrayList<>();
    measuring
        .endedEarly()
        .ifPresent(
            why ->
                notes.add(
                    "the capture ends early ("
                        + why
                        + "): measured as far as it goes, to packet "
                        + measured.packets()));
    if (measured.cut() > 0) {
      notes.add(
          "of "
              + count(measured.cut(), "RTP packet")
              + " the capture holds the beginning only; "
              + "padding at their end counts as payload");
    }
    if (measured.unrecognised() > 0 && measured.streams().isEmpty()) {
      notes.add(
          count(measured.unrecognised(), "datagram")
              + " may be RTP, too few or too irregular to be taken for a stream");
    }
    if (measured.untracked() > 0) {
      notes.add(
          count(measured.untracked(), "datagram")
              + " of streams beyond the number that can be followed at once");
    }
    if (measured.rtcpUnread() > 0) {
      notes.add(
          count(measured.rtcpUnread(), "RTCP datagram")
              + " could not be read: encrypted, malformed or cut off");
    }
    if (measuring.signallingPassedOver() > 0) {
      notes.add(
          count(measuring.signallingPassedOver(), "packet")
              + " that may be signalling not looked at: more than this program keeps");
    }
    return notes;
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
