package parley.h323.trace;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import parley.core.trace.Parties;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;

/**
 * Puts messages to their calls. Call signalling and RAS name one by its identifier, older ones by
 * conference or by the call reference of a connection; answers of RAS belong to what they answer;
 * H.245 belongs to the call that named its address. What names none stands with what uses the same
 * addresses.
 */
final class CallBook {
  private record Reference(int connection, int callReference) {}

  private record Question(InetSocketAddress from, InetSocketAddress to, long number) {}

  private static final class Entry {
    final String id;
    TracedCall.Kind kind;
    Optional<String> title = Optional.empty();
    final List<TracedMessage> messages = new ArrayList<>();

    Entry(String id, TracedCall.Kind kind) {
      this.id = id;
      this.kind = kind;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> conferences = new HashMap<>();
  private final Map<Reference, Entry> references = new HashMap<>();
  private final Map<Integer, Entry> connections = new HashMap<>();
  private final Map<InetSocketAddress, Entry> controlAddresses = new HashMap<>();
  private final Map<Question, Entry> questions = new HashMap<>();
  private final Map<InetSocketAddress, Entry> endpoints = new HashMap<>();
  private final Map<Integer, List<TracedMessage>> waiting = new LinkedHashMap<>();
  private final Parties parties = new Parties();

  private Entry entry(String id, TracedCall.Kind kind) {
    return entries.computeIfAbsent(id, any -> new Entry(id, kind));
  }

  private Optional<Entry> named(Part body) {
    Optional<Entry> entry =
        CallKeys.callIdentifier(body).map(id -> entry(id, TracedCall.Kind.CALL));
    Optional<String> conference = CallKeys.conference(body);
    if (entry.isPresent()) {
      conference.ifPresent(id -> conferences.put(id, entry.get()));
      return entry;
    }
    return conference.map(
        id ->
            conferences.computeIfAbsent(
                id, any -> entry("conference " + id, TracedCall.Kind.CALL)));
  }

  void addRas(Find find, TracedMessage message, Part ras) {
    InetSocketAddress from = find.carriage().from();
    InetSocketAddress to = find.carriage().to();
    Optional<Part> body = ras.chosen();
    OptionalLong number =
        body.flatMap(part -> part.part("requestSeqNum"))
            .map(Part::number)
            .orElse(OptionalLong.empty());
    Optional<Entry> asked =
        number.isPresent()
            ? Optional.ofNullable(questions.get(new Question(to, from, number.getAsLong())))
            : Optional.empty();
    Entry entry =
        body.flatMap(this::named)
            .or(() -> asked)
            .orElseGet(() -> registration(find, message, body));
    if (number.isPresent() && asked.isEmpty()) {
      questions.put(new Question(from, to, number.getAsLong()), entry);
    }
    body.flatMap(part -> part.part("rasAddress"))
        .flatMap(TransportAddresses::of)
        .ifPresent(address -> join(from, address));
    entry.messages.add(message);
  }

  /** What is about no call stands with the endpoint that registers. */
  private Entry registration(Find find, TracedMessage message, Optional<Part> body) {
    InetSocketAddress from = find.carriage().from();
    InetSocketAddress to = find.carriage().to();
    boolean registers =
        Set.of("gatekeeperRequest", "registrationRequest", "unregistrationRequest")
            .contains(message.name());
    Optional<Entry> known =
        Optional.ofNullable(endpoints.get(from))
            .or(() -> registers ? Optional.empty() : Optional.ofNullable(endpoints.get(to)));
    Entry entry =
        known.orElseGet(
            () ->
                entry("RAS " + Parties.text(from) + " " + Parties.text(to), TracedCall.Kind.OTHER));
    if (registers) {
      endpoints.put(from, entry);
      entry.kind = TracedCall.Kind.REGISTRATION;
      if (entry.title.isEmpty()) {
        entry.title =
            body.flatMap(
                    part ->
                        Aliases.in(part, "endpointAlias")
                            .or(() -> Aliases.in(part, "terminalAlias")))
                .map(aliases -> aliases + " registers");
      }
    }
    return entry;
  }

  void addSignal(Find find, TracedMessage message, SignalMessage read) {
    int connection = find.connection();
    Optional<Reference> reference =
        read.q931().map(q931 -> new Reference(connection, q931.callReference()));
    Optional<Entry> entry =
        read.body()
            .flatMap(this::named)
            .or(() -> reference.map(references::get))
            .or(() -> Optional.ofNullable(connections.get(connection)));
    if (entry.isEmpty() && reference.isPresent()) {
      entry =
          Optional.of(
              entry(
                  "connection " + connection + " call reference " + reference.get().callReference(),
                  TracedCall.Kind.CALL));
    }
    if (entry.isEmpty()) {
      add(find, message);
      return;
    }
    Entry call = entry.get();
    reference.ifPresent(key -> references.put(key, call));
    connections.put(connection, call);
    InetSocketAddress from = find.carriage().from();
    for (InetSocketAddress address : read.controlAddresses()) {
      controlAddresses.put(address, call);
      join(from, address);
    }
    if (message.name().equals("setup") && call.title.isEmpty()) {
      call.title = read.body().map(body -> title(find, body));
    }
    call.messages.add(message);
  }

  private void join(InetSocketAddress one, InetSocketAddress other) {
    if (Parties.host(one).equals(Parties.host(other))) {
      parties.join(one, other);
    }
  }

  private static String title(Find find, Part setup) {
    String from =
        Aliases.in(setup, "sourceAddress").orElseGet(() -> Parties.text(find.carriage().from()));
    String to =
        Aliases.in(setup, "destinationAddress").orElseGet(() -> Parties.text(find.carriage().to()));
    return from + " calls " + to;
  }

  /** A message that stands in the last one of its connection. */
  void addCarried(Find find, TracedMessage message) {
    add(find, message);
  }

  void addControl(Find find, TracedMessage message) {
    InetSocketAddress from = find.carriage().from();
    InetSocketAddress to = find.carriage().to();
    int connection = find.connection();
    Entry entry =
        Optional.ofNullable(controlAddresses.get(to))
            .or(() -> Optional.ofNullable(controlAddresses.get(from)))
            .or(() -> Optional.ofNullable(connections.get(connection)))
            .orElseGet(() -> lastBetween(from, to));
    connections.put(connection, entry);
    entry.messages.add(message);
  }

  /** The call that these two hosts last spoke about, else one of its own. */
  private Entry lastBetween(InetSocketAddress from, InetSocketAddress to) {
    Set<String> hosts = new HashSet<>(List.of(Parties.host(from), Parties.host(to)));
    return entries.values().stream()
        .filter(entry -> entry.kind == TracedCall.Kind.CALL && !entry.messages.isEmpty())
        .filter(entry -> hosts.equals(hosts(entry.messages.getLast())))
        .reduce((earlier, later) -> later)
        .orElseGet(
            () ->
                entry(
                    "H.245 " + Parties.text(from) + " " + Parties.text(to), TracedCall.Kind.OTHER));
  }

  private static Set<String> hosts(TracedMessage message) {
    return new HashSet<>(
        List.of(Parties.host(message.carriage().from()), Parties.host(message.carriage().to())));
  }

  /** What names nothing stands with its connection, be it with what comes later there. */
  void add(Find find, TracedMessage message) {
    Entry entry = connections.get(find.connection());
    if (entry == null) {
      waiting.computeIfAbsent(find.connection(), any -> new ArrayList<>()).add(message);
    } else {
      entry.messages.add(message);
    }
  }

  List<TracedCall> calls() {
    waiting.forEach(
        (connection, messages) -> {
          Entry entry = connections.get(connection);
          (entry == null ? entry("connection " + connection, TracedCall.Kind.OTHER) : entry)
              .messages.addAll(messages);
        });
    List<TracedCall> calls = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (!entry.messages.isEmpty()) {
        List<TracedMessage> messages = new ArrayList<>(entry.messages);
        messages.sort(Comparator.comparing(TracedMessage::carriage, H323Trace.AS_CAPTURED));
        calls.add(
            new TracedCall(
                entry.id,
                entry.kind,
                entry.title.orElseGet(() -> title(entry.kind, messages.getFirst())),
                parties.among(messages),
                messages));
      }
    }
    return calls;
  }

  private static String title(TracedCall.Kind kind, TracedMessage first) {
    String ends =
        Parties.text(first.carriage().from()) + " and " + Parties.text(first.carriage().to());
    return switch (kind) {
      case CALL -> "call between " + ends;
      case REGISTRATION -> Parties.text(first.carriage().from()) + " registers";
      case OTHER -> "messages between " + ends;
    };
  }
}
