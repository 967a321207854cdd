package parley.h323.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.core.trace.Carriage;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.per.PerLimits;
import parley.h323.per.Type;

/**
 * H.323 as {@code parley trace} shows it: RAS, call signalling and H.245, message by message. What
 * call signalling carries in itself, H.245 by tunnelling (H.323 clause 8.2.1) and proposals of fast
 * connect (clause 8.1.7), stands as messages of its own after the one that carries it.
 */
public final class H323Trace {
  static final String RAS = "RAS";
  static final String SIGNALLING = "H.225.0";
  static final String CONTROL = "H.245";
  static final String TPKT = "TPKT";

  static final Comparator<Carriage> AS_CAPTURED =
      Comparator.comparingLong(Carriage::timeNanos).thenComparingLong(Carriage::packet);

  private final CallBook book = new CallBook();
  private final Set<List<Object>> seen = new HashSet<>();

  private H323Trace() {}

  /** Every message of H.323 in a capture. Pure; never throws on what the packets say. */
  public static Trace read(TraceInput input) {
    Finds.Found found = Finds.in(input);
    List<Find> finds = new ArrayList<>(found.finds());
    finds.sort(Comparator.comparing(Find::carriage, AS_CAPTURED));
    H323Trace trace = new H323Trace();
    finds.forEach(trace::add);
    return new Trace(trace.book.calls(), found.problems());
  }

  private void add(Find find) {
    switch (find.kind()) {
      case RAS -> ras(find);
      case SIGNALLING -> signalling(find);
      case CONTROL -> control(find);
      case KEEP_ALIVE ->
          book.add(
              find, message(find, TPKT, "empty TPKT", "", new Tree.Leaf("TPKT", ""), List.of()));
      case STRAY ->
          book.add(
              find,
              message(
                  find,
                  TPKT,
                  "unreadable",
                  find.octets().length() + " octets",
                  new Tree.Malformed("TPKT", String.join("; ", find.problems()), find.octets()),
                  List.of()));
    }
  }

  private TracedMessage message(
      Find find, String protocol, String name, String summary, Tree tree, List<String> problems) {
    List<String> all = new ArrayList<>(find.problems());
    all.addAll(problems);
    return new TracedMessage(
        find.carriage(),
        protocol,
        name,
        Optional.empty(),
        Optional.empty(),
        false,
        summary,
        tree,
        all,
        find.octets());
  }

  private static Decoded decode(String name, Type type, Octets octets) {
    return ValueTree.read(name, type, octets, PerLimits.USUAL);
  }

  private static String name(Optional<String> alternative) {
    return alternative.orElse("unreadable");
  }

  private void ras(Find find) {
    Decoded decoded = decode("RasMessage", RasMessage.TYPE, find.octets());
    Optional<Part> body = decoded.message().chosen();
    // A datagram that waits long for its answer is sent again as it is (H.225.0 clause 7.19).
    boolean repeated =
        !seen.add(List.of(find.carriage().from(), find.carriage().to(), find.octets()));
    book.addRas(
        find,
        new TracedMessage(
            find.carriage(),
            RAS,
            name(decoded.message().alternative()),
            body.flatMap(CallKeys::callIdentifier),
            Optional.empty(),
            repeated,
            body.map(Summary::ras).orElse(""),
            decoded.tree(),
            decoded.problems(),
            find.octets()),
        decoded.message());
  }

  private void signalling(Find find) {
    SignalMessage read = SignalMessage.read(find.octets());
    String name = read.name();
    Optional<String> callId = read.body().flatMap(CallKeys::callIdentifier);
    List<TracedMessage> carried = new ArrayList<>();
    read.body()
        .flatMap(body -> body.part("fastStart"))
        .map(Part::elements)
        .orElse(List.of())
        .forEach(
            each -> each.octets().ifPresent(octets -> carried.add(fastStart(find, name, octets))));
    // H.245 beside fast start has a place of its own in setup (H.323 clause 8.2.4).
    Stream.concat(
            read.body().flatMap(body -> body.part("parallelH245Control")).stream(),
            read.pdu().flatMap(pdu -> pdu.part("h245Control")).stream())
        .flatMap(list -> list.elements().stream())
        .forEach(
            each ->
                each.octets()
                    .ifPresent(
                        octets -> carried.add(controlMessage(find, Optional.of(name), octets))));
    List<String> problems = new ArrayList<>(find.problems());
    problems.addAll(read.problems());
    TracedMessage message =
        new TracedMessage(
            find.carriage(),
            SIGNALLING,
            name,
            callId,
            Optional.empty(),
            false,
            Summary.signal(read, carried.stream().map(TracedMessage::name).toList()),
            read.tree(),
            problems,
            find.octets());
    book.addSignal(find, message, read);
    carried.forEach(each -> book.addCarried(find, each));
  }

  /** A proposal or acceptance of fast connect is the whole of an OpenLogicalChannel. */
  private static TracedMessage fastStart(Find find, String carrier, Octets octets) {
    Decoded decoded = decode("OpenLogicalChannel", OpenLogicalChannel.TYPE, octets);
    return new TracedMessage(
        find.carriage(),
        CONTROL,
        "fastStart",
        Optional.empty(),
        Optional.of(carrier),
        false,
        Summary.channel(decoded.message()),
        decoded.tree(),
        decoded.problems(),
        octets);
  }

  private void control(Find find) {
    book.addControl(find, controlMessage(find, Optional.empty(), find.octets()));
  }

  private static TracedMessage controlMessage(Find find, Optional<String> carrier, Octets octets) {
    Decoded decoded =
        decode("MultimediaSystemControlMessage", MultimediaSystemControlMessage.TYPE, octets);
    Optional<Part> message = decoded.message().chosen();
    String name = name(message.flatMap(Part::alternative));
    List<String> problems = new ArrayList<>(carrier.isPresent() ? List.of() : find.problems());
    problems.addAll(decoded.problems());
    return new TracedMessage(
        find.carriage(),
        CONTROL,
        name,
        Optional.empty(),
        carrier,
        false,
        message.flatMap(Part::chosen).map(body -> Summary.control(name, body)).orElse(""),
        decoded.tree(),
        problems,
        octets);
  }
}
