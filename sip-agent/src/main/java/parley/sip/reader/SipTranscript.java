package parley.sip.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.sip.message.SipMessage;

/** All SIP messages of a record, in order: what cases of SIP's own look at. Pure. */
public record SipTranscript(List<SipEntry> entries) {
  public SipTranscript {
    entries = List.copyOf(entries);
  }

  /**
   * Finds the SIP messages: what was exported as "sip", the datagrams of an address the lab said it
   * speaks SIP on, and, where it said nothing, those that begin like SIP.
   */
  public static SipTranscript of(List<Packet> packets) {
    Set<InetSocketAddress> ours = new HashSet<>();
    for (Packet packet : packets) {
      if (packet instanceof Packet.Remark(var number, var time, LabNote.Listening listening)
          && listening.protocol().equals("sip")
          && listening.transport() == Transport.UDP) {
        literal(listening.host(), listening.port()).ifPresent(ours::add);
      }
    }
    List<SipEntry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Side side = new Side();
    for (Packet packet : packets) {
      switch (packet) {
        case Packet.Datagram datagram -> {
          boolean lab = ours.contains(datagram.source()) || ours.contains(datagram.destination());
          boolean sip = ours.isEmpty() ? SipMessage.looksLikeSip(datagram.payload()) : lab;
          if (sip && !keepAlive(datagram.payload())) {
            Optional<Heading> heading =
                datagram
                    .heading()
                    .or(
                        () ->
                            lab
                                ? Optional.of(
                                    ours.contains(datagram.source())
                                        ? Heading.SENT
                                        : Heading.RECEIVED)
                                : Optional.empty());
            entries.add(
                entry(
                    packet,
                    heading,
                    datagram.source(),
                    datagram.destination(),
                    datagram.payload(),
                    seen,
                    side));
          }
        }
        case Packet.Message message -> {
          if (message.protocol().equals("sip") && !keepAlive(message.payload())) {
            entries.add(
                entry(
                    packet,
                    message.heading(),
                    message.source(),
                    message.destination(),
                    message.payload(),
                    seen,
                    side));
          }
        }
        case Packet.Segment segment -> {} // only in captures of others, which nothing judges
        case Packet.Remark remark -> {}
        case Packet.Unread unread -> {}
      }
    }
    return new SipTranscript(entries);
  }

  private static Optional<InetSocketAddress> literal(String host, int port) {
    try {
      return Optional.of(new InetSocketAddress(java.net.InetAddress.ofLiteral(host), port));
    } catch (IllegalArgumentException notLiteral) {
      return Optional.empty();
    }
  }

  private static boolean keepAlive(Octets octets) {
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.u8(i);
      if (octet != '\r' && octet != '\n' && octet != 0) {
        return false;
      }
    }
    return true;
  }

  private static SipEntry entry(
      Packet packet,
      Optional<Heading> heading,
      InetSocketAddress source,
      InetSocketAddress destination,
      Octets octets,
      Set<String> seen,
      Side side) {
    SipMessage message = SipMessage.read(octets);
    Heading way = heading.orElseGet(() -> side.heading(source, destination));
    String identity =
        String.join(
            "|",
            way.name(),
            message.startLine(),
            message.branch(),
            message.header("cseq").orElse(""),
            message.callId(),
            message.toTag(),
            message.header("rseq").orElse(""),
            Integer.toString(message.body().hashCode()));
    boolean repeated = !seen.add(identity);
    return new SipEntry(
        packet.number(), packet.timeNanos(), way, source, destination, message, repeated);
  }

  /** In a capture of others, whoever speaks first takes the harness's place. */
  private static final class Side {
    private Optional<InetSocketAddress> first = Optional.empty();

    Heading heading(InetSocketAddress source, InetSocketAddress destination) {
      if (first.isEmpty()) {
        first = Optional.of(source);
      }
      InetSocketAddress we = first.get();
      if (source.equals(we)) {
        return Heading.SENT;
      }
      if (destination.equals(we)) {
        return Heading.RECEIVED;
      }
      boolean sameHost = source.getHostString().equals(we.getHostString());
      boolean otherHost = !destination.getHostString().equals(we.getHostString());
      return sameHost && otherHost ? Heading.SENT : Heading.RECEIVED;
    }
  }

  /** Requests of a method without repetitions. */
  public List<SipEntry> requests(String method) {
    return entries.stream()
        .filter(entry -> !entry.repeated() && entry.message().isRequest())
        .filter(entry -> entry.message().method().equals(method))
        .toList();
  }

  /** Responses to a method without repetitions. */
  public List<SipEntry> responses(String method) {
    return entries.stream()
        .filter(entry -> !entry.repeated() && entry.message().isResponse())
        .filter(entry -> entry.message().cseqMethod().equals(method))
        .toList();
  }

  /** All messages of one call, repetitions too. */
  public List<SipEntry> call(String callId) {
    return entries.stream().filter(entry -> entry.message().callId().equals(callId)).toList();
  }

  /** Requests with their responses, in the order of the requests; repetitions left out. */
  public List<SipTransaction> transactions() {
    Map<String, SipEntry> requests = new LinkedHashMap<>();
    Map<String, List<SipEntry>> responses = new HashMap<>();
    Map<String, SipEntry> acknowledgements = new HashMap<>();
    for (SipEntry entry : entries) {
      if (entry.repeated() || entry.message().cseq() < 0) {
        continue;
      }
      if (entry.message().isResponse()) {
        responses.computeIfAbsent(entry.exchange(), key -> new ArrayList<>()).add(entry);
      } else if (entry.message().method().equals("ACK")) {
        acknowledgements.putIfAbsent(entry.exchange(), entry);
      } else {
        requests.putIfAbsent(entry.exchange(), entry);
      }
    }
    return requests.entrySet().stream()
        .map(
            each ->
                new SipTransaction(
                    each.getValue(),
                    responses.getOrDefault(each.getKey(), List.of()),
                    Optional.ofNullable(acknowledgements.get(each.getKey()))))
        .toList();
  }
}
