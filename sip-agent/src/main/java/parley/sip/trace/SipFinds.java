package parley.sip.trace;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.record.Packet;
import parley.core.stream.Connection;
import parley.core.stream.Flow;
import parley.core.stream.Run;
import parley.core.stream.StreamProblem;
import parley.core.trace.Carriage;
import parley.core.trace.TraceInput;
import parley.core.wire.Octets;
import parley.sip.message.SipMessage;

/** Finds what is SIP among everything in a capture, by content. */
final class SipFinds {
  private static final int LOOKED_AT = 4_096;
  private static final long STUN_COOKIE = 0x2112_A442L;

  /**
   * Octets that are a SIP message or stand where one should.
   *
   * @param sip false where they do not begin like one
   * @param flow number of the TCP direction they came by; negative for datagrams, which are each
   *     whole
   * @param problems of how they were carried
   */
  record Find(Carriage carriage, Octets octets, boolean sip, int flow, List<String> problems) {}

  private record Between(InetSocketAddress one, InetSocketAddress other) {
    static Between of(Packet.Datagram datagram) {
      return new Between(datagram.source(), datagram.destination());
    }

    Between back() {
      return new Between(/* one= */ other, /* other= */ one);
    }
  }

  private final List<Find> finds = new ArrayList<>();
  private final List<StreamProblem> problems = new ArrayList<>();
  private int flows;

  private SipFinds() {}

  static SipFinds in(TraceInput input) {
    SipFinds found = new SipFinds();
    found.datagrams(input.datagrams());
    input.messages().stream()
        .filter(message -> message.protocol().equals("sip") && !keepAlive(message.payload()))
        .forEach(
            message ->
                found.finds.add(
                    new Find(Carriage.of(message), message.payload(), true, -1, List.of())));
    input.connections().stream().filter(SipFinds::isSip).forEach(found::connection);
    return found;
  }

  List<Find> finds() {
    return finds;
  }

  /** Of the streams that carry SIP. */
  List<StreamProblem> problems() {
    return problems;
  }

  /** What begins like SIP, and whatever else is sent between two addresses that exchange SIP. */
  private void datagrams(List<Packet.Datagram> datagrams) {
    Set<Between> talking = new HashSet<>();
    for (Packet.Datagram datagram : datagrams) {
      if (SipMessage.looksLikeSip(datagram.payload())) {
        talking.add(Between.of(datagram));
        talking.add(Between.of(datagram).back());
      }
    }
    for (Packet.Datagram datagram : datagrams) {
      if (talking.contains(Between.of(datagram)) && !keepAlive(datagram.payload())) {
        boolean sip = SipMessage.looksLikeSip(datagram.payload());
        finds.add(new Find(Carriage.of(datagram), datagram.payload(), sip, -1, List.of()));
      }
    }
  }

  private void connection(Connection connection) {
    for (Flow flow : connection.flows()) {
      flows++;
      problems.addAll(flow.problems());
      for (int i = 0; i < flow.runs().size(); i++) {
        run(flow, i);
      }
    }
  }

  private void run(Flow flow, int index) {
    Run run = flow.runs().get(index);
    Octets octets = run.octets();
    List<StreamFrames.Frame> frames = StreamFrames.cut(octets);
    for (StreamFrames.Frame frame : frames) {
      List<String> trouble = new ArrayList<>();
      if (frame.message() && !frame.whole()) {
        trouble.add(missingAfter(flow, index));
      }
      if (frame.message() && !frame.lengthGiven()) {
        trouble.add("no Content-Length, which a stream needs (RFC 3261 §18.3)");
      }
      if (!frame.message()) {
        trouble.add(missingBefore(flow, index, frame.at() == frames.getFirst().at()));
      }
      finds.add(
          new Find(
              Carriage.of(flow, run, frame.at(), frame.length()),
              octets.slice(frame.at(), frame.length()),
              frame.message(),
              flows,
              trouble));
    }
  }

  private static String missingAfter(Flow flow, int index) {
    if (index + 1 < flow.runs().size()) {
      return "cut off: then "
          + flow.runs().get(index + 1).missingBefore()
          + " octets of the stream are not in the capture";
    }
    return switch (flow.ending()) {
      case OPEN -> "cut off: the capture ends first";
      case FINISHED, RESET -> "cut off: the connection ends first";
    };
  }

  private static String missingBefore(Flow flow, int index, boolean first) {
    if (first && index > 0) {
      return "begins no message: octets before it are not in the capture";
    }
    return first && !flow.fromStart()
        ? "begins no message: the capture began within the connection"
        : "begins no message";
  }

  private static boolean isSip(Connection connection) {
    return connection.flows().stream().anyMatch(SipFinds::isSip);
  }

  private static boolean isSip(Flow flow) {
    for (int i = 0; i < flow.runs().size(); i++) {
      Octets beginning = flow.runs().get(i).beginning(LOOKED_AT);
      boolean known = i == 0 && flow.fromStart() && flow.runs().get(i).missingBefore() == 0;
      if (known ? StreamFrames.begin(beginning) : StreamFrames.contain(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Blank lines or STUN (RFC 5626 §3.5), or the blanks that some devices send instead. */
  static boolean keepAlive(Octets octets) {
    if (octets.length() >= 20 && octets.u8(0) < 4 && octets.u32(4) == STUN_COOKIE) {
      return true;
    }
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.u8(i);
      if (octet != '\r' && octet != '\n' && octet != ' ' && octet != 0) {
        return false;
      }
    }
    return true;
  }

  /** The address of a literal IPv4 or IPv6 host. */
  static Optional<InetSocketAddress> literal(String host, int port) {
    try {
      return Optional.of(new InetSocketAddress(java.net.InetAddress.ofLiteral(host), port));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
