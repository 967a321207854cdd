package parley.lab.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.report.HtmlReport;
import parley.core.report.TraceJson;
import parley.core.report.TracePage;
import parley.core.stream.Connection;
import parley.core.suite.Catalogue;
import parley.core.trace.Encrypted;
import parley.core.trace.Parties;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.console.TerminalWidth;
import parley.lab.trace.CallTable;
import parley.lab.trace.Ladder;
import parley.lab.trace.Look;
import parley.lab.trace.Selection;
import parley.lab.trace.Strokes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the signalling of a capture. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every call of a capture as a ladder.",
      "Registrations and questions too, each message decoded; the capture is a pcap or pcapng,",
      "anybody's. What is malformed or unknown is shown with its octets."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the signalling of the capture is shown",
      "2:there is no such capture, it is none, or it holds no such call or packet",
      "3:the capture holds no signalling, or it is cut off and shown as far as it goes"
    })
final class TraceCommand implements Callable<ExitCode> {
  private static final int WIDTH_OF_A_FILE = 132;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CAPTURE", description = "the .pcap or .pcapng file")
  private @Nullable Path capture;

  @Option(
      names = "--call",
      paramLabel = "ID",
      description = "only this one: its number, or its id or the beginning of it")
  private @Nullable String call;

  @Option(
      names = "--packet",
      paramLabel = "N",
      description = "only the messages of packet N, decoded, with their octets")
  private @Nullable Long packet;

  @Option(
      names = {"-v", "--verbose"},
      description = "show every message decoded")
  private boolean verbose;

  @Option(names = "--json", description = "one JSON object a message on standard output")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page whose messages open, and print the table only")
  private @Nullable Path html;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "characters of a line (default: the terminal's, or 132)")
  private @Nullable Integer width;

  @Option(names = "--ascii", description = "draw with ASCII only")
  private boolean ascii;

  TraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Reading(List<Packet> packets, Optional<String> endedEarly) {}

  @Override
  public ExitCode call() {
    Path file = Optional.ofNullable(capture).orElseThrow();
    Reading reading = CaptureFile.read(file, TraceCommand::read);
    TraceInput input = TraceInput.of(reading.packets());
    Trace trace =
        Trace.join(
            Catalogue.load().protocols().stream().map(protocol -> protocol.trace(input)).toList());
    List<String> notes = notes(reading, input);
    if (trace.calls().isEmpty()) {
      throw CommandStopped.labError(
          "no signalling in '" + file + "': " + contents(reading.packets()),
          notes.toArray(String[]::new));
    }
    Selection selection =
        Selection.of(trace, Optional.ofNullable(call), Optional.ofNullable(packet));
    if (html != null) {
      TracePage page =
          new TracePage(CaptureFile.name(file), selection.of(trace), notes, CaptureFile.tool());
      CaptureFile.writePage(html, HtmlReport.write(page));
    }
    if (json) {
      selection.each((one, message) -> terminal.out().println(TraceJson.line(one, message)));
    } else {
      print(selection);
    }
    terminal.out().flush();
    trace.problems().stream()
        .limit(10)
        .forEach(problem -> say("packet " + problem.packet() + ": " + problem.what()));
    if (trace.problems().size() > 10) {
      say("and " + (trace.problems().size() - 10) + " more of the kind");
    }
    notes.forEach(this::say);
    return reading.endedEarly().isPresent() ? ExitCode.UNDECIDED : ExitCode.AS_REQUIRED;
  }

  private void print(Selection selection) {
    Look look = look();
    if (html != null || selection.calls().size() > 1) {
      CallTable.print(selection.calls(), look, terminal.out());
      terminal.out().println();
    }
    if (html != null) {
      terminal.out().println("page  " + html);
      return;
    }
    for (Selection.Numbered one : selection.calls()) {
      new Ladder(one.call(), look, terminal.out())
          .print(one.number(), selection.messages(one.call()));
    }
  }

  private Look look() {
    Strokes strokes = ascii ? Strokes.ascii() : Strokes.of(charset());
    int columns =
        width != null
            ? Math.max(40, width)
            : terminal.outIsTerminal() ? TerminalWidth.ofThisProcess().orElse(80) : WIDTH_OF_A_FILE;
    boolean one = packet != null;
    return new Look(strokes, columns, terminal.colourOnOut(), verbose || one, one);
  }

  private static Charset charset() {
    return System.out.charset();
  }

  private void say(String text) {
    terminal.err().println("parley: " + text);
  }

  private static Reading read(Path file) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
        packets.add(next.get());
      }
      Optional<String> early = reader.endedEarly();
      if (early.isPresent() && packets.size() <= 1) {
        throw CaptureFile.noCapture(file, early.get());
      }
      return new Reading(packets, early);
    }
  }

  private static List<String> notes(Reading reading, TraceInput input) {
    List<String> notes = new ArrayList<>();
    reading
        .endedEarly()
        .ifPresent(
            why ->
                notes.add(
                    "the capture ends early ("
                        + why
                        + "): shown as far as it goes, to packet "
                        + (reading.packets().size() - 1)));
    List<Connection> encrypted = Encrypted.in(input);
    if (!encrypted.isEmpty()) {
      notes.add(
          encrypted.size()
              + (encrypted.size() == 1 ? " TLS connection" : " TLS connections")
              + " cannot be read, the first to "
              + Parties.text(encrypted.getFirst().server()));
    }
    input.problems().forEach(problem -> notes.add(problem.what()));
    return notes;
  }

  private static String contents(List<Packet> packets) {
    long datagrams = packets.stream().filter(Packet.Datagram.class::isInstance).count();
    long segments = packets.stream().filter(Packet.Segment.class::isInstance).count();
    return packets.size()
        + (packets.size() == 1 ? " packet, " : " packets, ")
        + datagrams
        + " of UDP and "
        + segments
        + " of TCP, none of a protocol this program reads";
  }
}
