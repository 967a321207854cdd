package parley.core.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.core.stream.StreamProblem;
import parley.core.trace.HexDump;
import parley.core.trace.Parties;
import parley.core.trace.Trace;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.TreeRow;
import parley.core.wire.Octets;

/**
 * What the page of a trace shows, in words and in places of the ladder.
 *
 * @param capture name of the file
 * @param notes what a reader must know of the capture: that it ends early, what it hides
 * @param tool which build read it
 */
public record TracePage(String capture, Trace trace, List<String> notes, String tool) {
  private static final int MOST_OCTETS = 4_096;
  private static final int MOST_OCTETS_IN_A_ROW = 256;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public TracePage {
    notes = List.copyOf(notes);
  }

  public List<TracedCall> calls() {
    return trace.calls();
  }

  public List<StreamProblem> problems() {
    return trace.problems();
  }

  public String totals() {
    long messages = trace.calls().stream().mapToLong(call -> call.messages().size()).sum();
    long malformed = trace.calls().stream().mapToLong(TracedCall::malformed).sum();
    return count(trace.calls().size(), "dialogue")
        + ", "
        + count(messages, "message")
        + (malformed == 0 ? "" : ", " + malformed + " of them malformed");
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  public static String kind(TracedCall call) {
    return switch (call.kind()) {
      case CALL -> "call";
      case REGISTRATION -> "registration";
      case OTHER -> "other";
    };
  }

  public static String began(TracedCall call) {
    long nanos = call.messages().getFirst().carriage().timeNanos();
    return TIME.format(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
  }

  public static String protocols(TracedCall call) {
    return String.join(", ", call.protocols());
  }

  /** Seconds since the first message of the call, to the microsecond. */
  public static String time(TracedCall call, TracedMessage message) {
    long since = message.carriage().timeNanos() - call.messages().getFirst().carriage().timeNanos();
    return String.format(Locale.ROOT, "%.6f", since / 1e9);
  }

  public static String packets(TracedMessage message) {
    List<Long> packets = message.carriage().packets();
    return packets.size() == 1
        ? Long.toString(packets.getFirst())
        : packets.getFirst() + "\u2013" + packets.getLast();
  }

  /** Middle of a column, percent of the ladder's width. */
  public static String middle(TracedCall call, int column) {
    return percent((column + 0.5) / call.parties().size());
  }

  public static String arrowLeft(TracedCall call, TracedMessage message) {
    int left = Math.min(from(call, message), to(call, message));
    return percent((left + 0.5) / call.parties().size());
  }

  /** Of a message that a party sends to itself, half a column. */
  public static String arrowWidth(TracedCall call, TracedMessage message) {
    int columns = Math.abs(from(call, message) - to(call, message));
    return percent((columns == 0 ? 0.4 : columns) / call.parties().size());
  }

  /** Style classes of its arrow. */
  public static String style(TracedCall call, TracedMessage message) {
    String way = from(call, message) <= to(call, message) ? "right" : "left";
    return way
        + (message.problems().isEmpty() ? "" : " bad")
        + (message.carriedIn().isPresent() ? " inner" : "")
        + (message.repeated() ? " again" : "");
  }

  public static String label(TracedCall call, TracedMessage message) {
    return (call.protocols().size() > 1 ? message.protocol() + " " : "") + message.name();
  }

  public static String travelled(TracedMessage message) {
    List<Long> packets = message.carriage().packets();
    return Parties.text(message.carriage().from())
        + " to "
        + Parties.text(message.carriage().to())
        + " over "
        + message.carriage().transport()
        + message.carriedIn().map(outer -> ", tunnelled in " + outer).orElse("")
        + (packets.size() == 1 ? ", packet " : ", packets ")
        + packets.stream().map(Object::toString).collect(Collectors.joining(", "))
        + ", "
        + count(message.octets().length(), "octet");
  }

  public static List<TreeRow> rows(TracedMessage message) {
    return TreeRow.of(message.tree());
  }

  public static String mark(TreeRow row) {
    return row.mark().name().toLowerCase(Locale.ROOT);
  }

  public static String indent(TreeRow row) {
    return String.format(Locale.ROOT, "%.1frem", row.depth() * 1.1);
  }

  public static String hex(Octets octets) {
    return HexDump.line(octets, MOST_OCTETS_IN_A_ROW);
  }

  public static String dump(TracedMessage message) {
    return String.join("\n", HexDump.of(message.octets(), MOST_OCTETS));
  }

  private static int from(TracedCall call, TracedMessage message) {
    return Math.max(0, call.column(message.carriage().from()));
  }

  private static int to(TracedCall call, TracedMessage message) {
    return Math.max(0, call.column(message.carriage().to()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * share);
  }
}
