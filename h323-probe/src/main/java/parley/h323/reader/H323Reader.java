package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.transcript.MalformedMessage;
import parley.core.transcript.Transcript;
import parley.core.wire.Octets;
import parley.h323.capability.CapabilityFormats;
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

/**
 * Tells core what the H.323 messages of a record say. A connection of call signalling carries one
 * call; a connection of H.245 belongs to the call in which its address was named.
 */
public final class H323Reader {
  /** Two ends of a connection, whichever way a message went. */
  private record Ends(Set<InetSocketAddress> both) {
    static Ends of(InetSocketAddress one, InetSocketAddress other) {
      return new Ends(one.equals(other) ? Set.of(one) : Set.of(one, other));
    }
  }

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private final CapabilityFormats formats = CapabilityFormats.standard();
  private final Map<String, CallStory> calls = new LinkedHashMap<>();
  private final Map<Ends, CallStory> connections = new HashMap<>();
  private final Map<InetSocketAddress, CallStory> controlAddresses = new HashMap<>();
  private final List<MalformedMessage> malformed = new ArrayList<>();
  private final RegistrationStory registrations = new RegistrationStory();
  private long messages;

  private H323Reader() {}

  public static Transcript read(List<Packet> packets) {
    H323Reader reader = new H323Reader();
    packets.forEach(reader::packet);
    reader.calls.values().forEach(CallStory::end);
    return new Transcript(
        reader.calls.values().stream().map(CallStory::transcript).toList(),
        reader.registrations.transcripts(),
        reader.malformed,
        reader.messages);
  }

  private void packet(Packet packet) {
    switch (packet) {
      case Packet.Message message when message.heading().isPresent() ->
          message(message, message.heading().get());
      case Packet.Datagram datagram when datagram.heading().isPresent() -> {
        List<String> problems = registrations.datagram(datagram, datagram.heading().get());
        messages += registrations.took() ? 1 : 0;
        noted(datagram.number(), datagram.heading().get(), problems);
      }
      case Packet.Remark(long number, long time, LabNote.ConnectionEnded ended) ->
          ended(number, time, ended);
      case Packet.Message any -> {}
      case Packet.Datagram any -> {}
      case Packet.Remark any -> {}
      case Packet.Segment any -> {}
      case Packet.Unread any -> {}
    }
  }

  private void message(Packet.Message message, Heading heading) {
    if (message.protocol().equals(ChannelKind.SIGNALLING.dissector())) {
      messages++;
      signal(message, heading);
    } else if (message.protocol().equals(ChannelKind.CONTROL.dissector())) {
      messages++;
      Optional<CallStory> call = controlled(message);
      call.ifPresent(
          story ->
              control(story, message.number(), message.timeNanos(), heading, message.payload()));
      if (call.isEmpty()) {
        noted(message.number(), heading, List.of("H.245 of no call that is known"));
      }
    }
  }

  private void noted(long packet, Heading heading, List<String> problems) {
    if (!problems.isEmpty()) {
      malformed.add(new MalformedMessage(packet, heading, String.join("; ", problems)));
    }
  }

  private void signal(Packet.Message packet, Heading heading) {
    SignalMessage.Decoded decoded = SignalMessage.decode(packet.payload());
    noted(packet.number(), heading, decoded.problems());
    if (decoded.message().isEmpty()) {
      return;
    }
    SignalMessage message = decoded.message().get();
    Ends ends = Ends.of(packet.source(), packet.destination());
    Optional<SetupUUIE> setup = setup(message);
    if (setup.isPresent() && !connections.containsKey(ends)) {
      InetSocketAddress local = heading == Heading.SENT ? packet.source() : packet.destination();
      CallStory story = new CallStory(formats, identifier(setup.get()), heading, local);
      connections.put(ends, story);
      calls.putIfAbsent(identifier(setup.get()) + "/" + packet.number(), story);
    }
    CallStory story = connections.get(ends);
    if (story == null) {
      return;
    }
    ControlAddress.of(message).ifPresent(address -> controlAddresses.put(address, story));
    story.signal(packet.number(), packet.timeNanos(), heading, message);
    for (Octets tunnelled : message.pdu().flatMap(H323UUPDU::h245Control).orElse(List.of())) {
      control(story, packet.number(), packet.timeNanos(), heading, tunnelled);
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

  private Optional<CallStory> controlled(Packet.Message message) {
    Ends ends = Ends.of(message.source(), message.destination());
    Optional<CallStory> known = Optional.ofNullable(connections.get(ends));
    if (known.isPresent()) {
      return known;
    }
    Optional<CallStory> named =
        ends.both().stream()
            .flatMap(address -> Optional.ofNullable(controlAddresses.get(address)).stream())
            .findFirst();
    named.ifPresent(story -> connections.put(ends, story));
    return named;
  }

  private void control(
      CallStory story, long packet, long timeNanos, Heading heading, Octets octets) {
    PerResult result = DECODER.decode(MultimediaSystemControlMessage.TYPE, octets);
    noted(
        packet,
        heading,
        result.malformed().stream().map(Problem::toString).collect(Collectors.toList()));
    result
        .complete()
        .map(MultimediaSystemControlMessage::of)
        .ifPresent(message -> story.control(packet, timeNanos, heading, message));
  }

  /** The end of an H.245 connection says nothing: its call goes on or ends by its signalling. */
  private void ended(long packet, long timeNanos, LabNote.ConnectionEnded ended) {
    InetSocketAddress ours = new InetSocketAddress(ended.host(), ended.port());
    InetSocketAddress theirs = new InetSocketAddress(ended.peerHost(), ended.peerPort());
    CallStory story = connections.get(Ends.of(ours, theirs));
    if (story != null
        && !controlAddresses.containsKey(ours)
        && !controlAddresses.containsKey(theirs)) {
      story.connectionEnded(packet, timeNanos, ended.byPeer());
    }
  }
}
