package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.SetupUUIE;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Problem;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.ChannelKind;
import parley.h323.transport.Tpkt;

/**
 * The call signalling and H.245 of a record, message by message, each with the call it belongs to.
 * A connection of call signalling carries one call; a connection of H.245 belongs to the call in
 * which its address was named.
 */
public final class H323Messages {
  /** Number of a call in this record, from 0; −1 for what belongs to none. */
  private static final int NO_CALL = -1;

  /** One message. */
  public sealed interface Entry {
    int call();

    long packet();

    long timeNanos();

    Heading heading();

    /** A message of call signalling. */
    record Signal(int call, long packet, long timeNanos, Heading heading, SignalMessage message)
        implements Entry {}

    /** A message of H.245; {@code tunnelled} where it came inside call signalling. */
    record Control(
        int call,
        long packet,
        long timeNanos,
        Heading heading,
        boolean tunnelled,
        MultimediaSystemControlMessage message)
        implements Entry {}

    /** A packet without content, as some sides send to keep a connection open. */
    record Empty(int call, long packet, long timeNanos, Heading heading) implements Entry {}

    /** The connection of call signalling ended; SENT where the harness ended it. */
    record Closed(int call, long packet, long timeNanos, Heading heading) implements Entry {}

    /** Octets that could not be read; what could be read of them stands in an entry of its own. */
    record Unreadable(int call, long packet, long timeNanos, Heading heading, String problem)
        implements Entry {}
  }

  /** How a call began. */
  public record Opening(String identifier, Heading caller, InetSocketAddress local) {}

  /** Two ends of a connection, whichever way a message went. */
  private record Ends(Set<InetSocketAddress> both) {
    static Ends of(InetSocketAddress one, InetSocketAddress other) {
      return new Ends(one.equals(other) ? Set.of(one) : Set.of(one, other));
    }
  }

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private final List<Entry> entries = new ArrayList<>();
  private final List<Opening> calls = new ArrayList<>();
  private final Map<Ends, Integer> connections = new HashMap<>();
  private final Map<InetSocketAddress, Integer> controlAddresses = new HashMap<>();

  private H323Messages() {}

  public static H323Messages of(List<Packet> packets) {
    H323Messages messages = new H323Messages();
    packets.forEach(messages::packet);
    return messages;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Entries of one call, in the order of the record. */
  public List<Entry> entries(int call) {
    return entries.stream().filter(each -> each.call() == call).toList();
  }

  public List<Opening> calls() {
    return List.copyOf(calls);
  }

  public List<Entry.Signal> signals(int call, Heading heading) {
    return entries.stream()
        .filter(each -> each.call() == call && each.heading() == heading)
        .filter(Entry.Signal.class::isInstance)
        .map(Entry.Signal.class::cast)
        .toList();
  }

  public List<Entry.Control> controls(int call, Heading heading) {
    return entries.stream()
        .filter(each -> each.call() == call && each.heading() == heading)
        .filter(Entry.Control.class::isInstance)
        .map(Entry.Control.class::cast)
        .toList();
  }

  /** The first H.245 message of that kind. */
  public Optional<Entry.Control> first(
      int call, Heading heading, Predicate<MultimediaSystemControlMessage> which) {
    return controls(call, heading).stream().filter(each -> which.test(each.message())).findFirst();
  }

  private void packet(Packet packet) {
    if (packet instanceof Packet.Message message && message.heading().isPresent()) {
      message(message, message.heading().get());
    } else if (packet
        instanceof Packet.Remark(long number, long time, LabNote.ConnectionEnded ended)) {
      ended(number, time, ended);
    }
  }

  private void message(Packet.Message message, Heading heading) {
    Ends ends = Ends.of(message.source(), message.destination());
    Optional<Octets> content = Tpkt.content(message.payload());
    if (content.isEmpty() || content.get().isEmpty()) {
      int call = connections.getOrDefault(ends, NO_CALL);
      entries.add(
          content.isEmpty()
              ? new Entry.Unreadable(
                  call, message.number(), message.timeNanos(), heading, "no TPKT")
              : new Entry.Empty(call, message.number(), message.timeNanos(), heading));
    } else if (message.protocol().equals(ChannelKind.SIGNALLING.dissector())) {
      signal(message, heading, ends, content.get());
    } else if (message.protocol().equals(ChannelKind.CONTROL.dissector())) {
      int call = controlled(ends);
      control(call, message.number(), message.timeNanos(), heading, false, content.get());
    }
  }

  private void unreadable(
      int call, long packet, long timeNanos, Heading heading, List<String> problems) {
    if (!problems.isEmpty()) {
      entries.add(
          new Entry.Unreadable(call, packet, timeNanos, heading, String.join("; ", problems)));
    }
  }

  private void signal(Packet.Message packet, Heading heading, Ends ends, Octets content) {
    SignalMessage.Decoded decoded = SignalMessage.decode(content);
    Optional<SetupUUIE> setup = decoded.message().flatMap(H323Messages::setup);
    if (setup.isPresent() && !connections.containsKey(ends)) {
      connections.put(ends, calls.size());
      calls.add(
          new Opening(
              identifier(setup.get()),
              heading,
              heading == Heading.SENT ? packet.source() : packet.destination()));
    }
    int call = connections.getOrDefault(ends, NO_CALL);
    unreadable(call, packet.number(), packet.timeNanos(), heading, decoded.problems());
    if (decoded.message().isEmpty()) {
      return;
    }
    SignalMessage message = decoded.message().get();
    ControlAddress.of(message).ifPresent(address -> controlAddresses.put(address, call));
    entries.add(new Entry.Signal(call, packet.number(), packet.timeNanos(), heading, message));
    for (Octets tunnelled : message.pdu().flatMap(H323UUPDU::h245Control).orElse(List.of())) {
      control(call, packet.number(), packet.timeNanos(), heading, true, tunnelled);
    }
  }

  private static Optional<SetupUUIE> setup(SignalMessage message) {
    return message
        .pdu()
        .flatMap(
            pdu ->
                pdu.h323MessageBody() instanceof H323UUPDU.H323MessageBody.Setup(SetupUUIE setup)
                    ? Optional.of(setup)
                    : Optional.empty());
  }

  private static String identifier(SetupUUIE setup) {
    return setup.callIdentifier().map(CallIdentifier::guid).orElse(setup.conferenceID()).hex();
  }

  private int controlled(Ends ends) {
    return connections.computeIfAbsent(
        ends,
        each ->
            each.both().stream()
                .filter(controlAddresses::containsKey)
                .map(controlAddresses::get)
                .findFirst()
                .orElse(NO_CALL));
  }

  private void control(
      int call, long packet, long timeNanos, Heading heading, boolean tunnelled, Octets octets) {
    PerResult result = DECODER.decode(MultimediaSystemControlMessage.TYPE, octets);
    unreadable(
        call,
        packet,
        timeNanos,
        heading,
        result.malformed().stream().map(Problem::toString).toList());
    result
        .complete()
        .map(MultimediaSystemControlMessage::of)
        .ifPresent(
            message ->
                entries.add(
                    new Entry.Control(call, packet, timeNanos, heading, tunnelled, message)));
  }

  /** The end of an H.245 connection says nothing: its call goes on or ends by its signalling. */
  private void ended(long packet, long timeNanos, LabNote.ConnectionEnded ended) {
    InetSocketAddress ours = new InetSocketAddress(ended.host(), ended.port());
    InetSocketAddress theirs = new InetSocketAddress(ended.peerHost(), ended.peerPort());
    Integer call = connections.get(Ends.of(ours, theirs));
    if (call != null
        && !controlAddresses.containsKey(ours)
        && !controlAddresses.containsKey(theirs)) {
      entries.add(
          new Entry.Closed(
              call, packet, timeNanos, ended.byPeer() ? Heading.RECEIVED : Heading.SENT));
    }
  }
}
