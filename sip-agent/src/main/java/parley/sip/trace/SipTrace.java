package parley.sip.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.core.trace.Carriage;
import parley.core.trace.Parties;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.sip.message.SipMessage;
import parley.sip.sdp.SdpProblem;
import parley.sip.sdp.SessionDescription;

/** SIP as {@code parley trace} shows it: dialogues by Call-ID, registrations and questions too. */
public final class SipTrace {
  private static final String PROTOCOL = "SIP";

  /** A line as only SIP has them. */
  private static final Pattern HEADER =
      Pattern.compile("(?im)SIP/\\d|^(?:via|v|from|f|to|t|call-id|i|cseq)[ \\t]*:");

  private static final String NO_CALL_ID = "SIP without Call-ID";

  private final Map<String, List<SipMessage>> dialogues = new LinkedHashMap<>();
  private final Map<String, List<TracedMessage>> traced = new HashMap<>();
  private final Parties parties = new Parties();
  private final Set<List<Object>> seen = new HashSet<>();

  private SipTrace() {}

  public static Trace of(TraceInput input) {
    SipFinds found = SipFinds.in(input);
    SipTrace trace = new SipTrace();
    List<SipFinds.Find> finds = new ArrayList<>(found.finds());
    finds.sort(
        Comparator.<SipFinds.Find>comparingLong(find -> find.carriage().timeNanos())
            .thenComparingLong(find -> find.carriage().packet()));
    List<Read> reads = finds.stream().map(Read::of).toList();
    Neighbours neighbours = new Neighbours(reads);
    for (Read read : reads) {
      String id = read.callId().or(() -> neighbours.callOf(read.find())).orElse(NO_CALL_ID);
      if (read.message().isPresent()) {
        trace.add(read.find(), id, read.message().get());
      } else {
        trace.stray(read.find(), id);
      }
    }
    return Trace.join(List.of(new Trace(trace.calls(), found.problems())));
  }

  /** A find with the message it was read as; without one where it does not begin like SIP. */
  record Read(SipFinds.Find find, Optional<SipMessage> message) {
    static Read of(SipFinds.Find find) {
      return new Read(
          find, find.sip() ? Optional.of(SipMessage.read(find.octets())) : Optional.empty());
    }

    Optional<String> callId() {
      return message.map(SipMessage::callId).filter(id -> !id.isBlank());
    }
  }

  private void add(SipFinds.Find find, String id, SipMessage message) {
    Carriage carriage = find.carriage();
    boolean repeated =
        !seen.add(
            List.of(
                carriage.from(),
                message.startLine(),
                message.branch(),
                message.header("cseq").orElse(""),
                message.callId(),
                message.toTag(),
                message.header("rseq").orElse(""),
                message.body()));
    if (message.isRequest()) {
      SentBy.of(message)
          .filter(listening -> Parties.host(listening).equals(Parties.host(carriage.from())))
          .ifPresent(listening -> parties.join(listening, carriage.from()));
    }
    List<String> problems = new ArrayList<>(find.problems());
    problems.addAll(message.problems());
    message
        .sdp()
        .map(SessionDescription::read)
        .map(SessionDescription::problems)
        .orElse(List.of())
        .forEach((SdpProblem problem) -> problems.add("session description: " + problem));
    dialogues.computeIfAbsent(id, _ -> new ArrayList<>()).add(message);
    keep(
        id,
        new TracedMessage(
            carriage,
            PROTOCOL,
            message.title().isBlank() ? "unreadable" : message.title(),
            Optional.of(message.callId()).filter(text -> !text.isBlank()),
            Optional.empty(),
            repeated,
            SipSummary.of(message),
            SipTree.of(message),
            problems,
            find.octets()));
  }

  /** What is no message: text that should have been one, or something else altogether. */
  private void stray(SipFinds.Find find, String id) {
    Octets octets = find.octets();
    boolean broken = find.flow() >= 0 || HEADER.matcher(text(octets)).find();
    List<String> problems =
        !find.problems().isEmpty()
            ? find.problems()
            : broken ? List.of("begins neither as a request nor as a response") : List.of();
    keep(
        id,
        new TracedMessage(
            find.carriage(),
            PROTOCOL,
            broken ? "unreadable" : "unknown",
            Optional.empty(),
            Optional.empty(),
            false,
            octets.length() + " octets" + (broken ? "" : " that are not SIP"),
            broken
                ? new Tree.Malformed("SIP", String.join("; ", problems), octets)
                : new Tree.Unknown("not SIP", octets),
            problems,
            octets));
  }

  private static String text(Octets octets) {
    return octets.slice(0, Math.min(octets.length(), 4_096)).text(StandardCharsets.ISO_8859_1);
  }

  private void keep(String id, TracedMessage message) {
    dialogues.computeIfAbsent(id, _ -> new ArrayList<>());
    traced.computeIfAbsent(id, _ -> new ArrayList<>()).add(message);
  }

  private List<TracedCall> calls() {
    List<TracedCall> calls = new ArrayList<>();
    dialogues.forEach(
        (id, messages) -> {
          List<TracedMessage> all = new ArrayList<>(traced.getOrDefault(id, List.of()));
          all.sort(
              Comparator.<TracedMessage>comparingLong(each -> each.carriage().timeNanos())
                  .thenComparingLong(TracedMessage::packet));
          TracedCall.Kind kind = kind(messages);
          calls.add(new TracedCall(id, kind, title(kind, messages), parties.among(all), all));
        });
    return calls;
  }

  private static TracedCall.Kind kind(List<SipMessage> messages) {
    if (any(messages, "INVITE")) {
      return TracedCall.Kind.CALL;
    }
    return any(messages, "REGISTER") ? TracedCall.Kind.REGISTRATION : TracedCall.Kind.OTHER;
  }

  private static boolean any(List<SipMessage> messages, String method) {
    return messages.stream().anyMatch(message -> message.method().equals(method));
  }

  private static String title(TracedCall.Kind kind, List<SipMessage> messages) {
    Optional<SipMessage> first =
        messages.stream().filter(message -> message.header("from").isPresent()).findFirst();
    if (first.isEmpty()) {
      return "messages that name no dialogue";
    }
    String from = SipSummary.uri(first.get().address("from"));
    String to = SipSummary.uri(first.get().address("to"));
    return switch (kind) {
      case CALL -> from + " calls " + to;
      case REGISTRATION -> to + " registers";
      case OTHER -> first.get().method() + " from " + from + " to " + to;
    };
  }
}
