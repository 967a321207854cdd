package parley.h323.trace;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

/**
 * Finds H.323 in a capture: RAS at its ports, at addresses that spoke it before, and by content;
 * call signalling by content at any port; H.245 at addresses that call signalling named, and by
 * content.
 */
final class Finds {
  private static final Set<Integer> RAS_PORTS = Set.of(1718, 1719);

  private final List<Find> finds = new ArrayList<>();
  private final List<StreamProblem> problems = new ArrayList<>();
  private final Set<InetSocketAddress> control = new HashSet<>();
  private final Map<Set<InetSocketAddress>, Integer> pairs = new HashMap<>();

  private Finds() {}

  record Found(List<Find> finds, List<StreamProblem> problems) {}

  /** In no particular order. */
  static Found in(TraceInput input) {
    Finds finds = new Finds();
    finds.datagrams(input.datagrams());
    finds.messages(input);
    finds.connections(input.connections());
    return new Found(finds.finds, finds.problems);
  }

  private void datagrams(List<Packet.Datagram> datagrams) {
    Set<InetSocketAddress> speakers = new HashSet<>();
    for (Packet.Datagram datagram : datagrams) {
      boolean known =
          RAS_PORTS.contains(datagram.source().getPort())
              || RAS_PORTS.contains(datagram.destination().getPort())
              || (speakers.contains(datagram.source())
                  && speakers.contains(datagram.destination()));
      if (datagram.payload().isEmpty() || (!known && !Recognition.isRas(datagram.payload()))) {
        continue;
      }
      speakers.add(datagram.source());
      speakers.add(datagram.destination());
      finds.add(new Find(Carriage.of(datagram), Find.Kind.RAS, -1, datagram.payload(), List.of()));
    }
  }

  /** Our own captures keep each TPKT as one message, after decryption, and say of which kind. */
  private void messages(TraceInput input) {
    int first = input.connections().size();
    for (Packet.Message message : input.messages()) {
      Octets octets = message.payload();
      boolean tpkt =
          octets.length() >= TpktFrames.HEADER
              && TpktFrames.begins(octets, 0)
              && octets.u16(2) == octets.length();
      Octets payload = tpkt ? octets.from(TpktFrames.HEADER) : octets;
      Optional<Find.Kind> kind =
          switch (message.protocol()) {
            case "q931.tpkt", "q931" -> Optional.of(Find.Kind.SIGNALLING);
            case "h245" -> Optional.of(Find.Kind.CONTROL);
            default ->
                tpkt ? kind(payload, message.destination(), message.source()) : Optional.empty();
          };
      if (kind.isPresent()) {
        Set<InetSocketAddress> ends = new HashSet<>();
        ends.add(message.source());
        ends.add(message.destination());
        int connection = pairs.computeIfAbsent(ends, _ -> first + pairs.size());
        Find.Kind what = payload.isEmpty() ? Find.Kind.KEEP_ALIVE : kind.get();
        add(new Find(Carriage.of(message), what, connection, payload, List.of()));
      }
    }
  }

  private Optional<Find.Kind> kind(Octets payload, InetSocketAddress... ends) {
    if (Recognition.isSignalling(payload)) {
      return Optional.of(Find.Kind.SIGNALLING);
    }
    for (InetSocketAddress end : ends) {
      if (control.contains(end)) {
        return Optional.of(Find.Kind.CONTROL);
      }
    }
    return Recognition.isControl(payload) ? Optional.of(Find.Kind.CONTROL) : Optional.empty();
  }

  private void add(Find find) {
    finds.add(find);
    if (find.kind() == Find.Kind.SIGNALLING) {
      control.addAll(SignalMessage.read(find.octets()).controlAddresses());
    }
  }

  /** Those of call signalling first: they say where H.245 is spoken. */
  private void connections(List<Connection> connections) {
    List<Connection> others = new ArrayList<>();
    for (Connection connection : connections) {
      if (speaks(connection, Recognition::isSignalling)) {
        connection(connection, Find.Kind.SIGNALLING);
      } else {
        others.add(connection);
      }
    }
    for (Connection connection : others) {
      if (control.contains(connection.server()) || speaks(connection, Recognition::isControl)) {
        connection(connection, Find.Kind.CONTROL);
      }
    }
  }

  private interface Recogniser {
    boolean recognises(Octets payload);
  }

  /** Whether the first thing either side says is of that protocol. */
  private static boolean speaks(Connection connection, Recogniser recogniser) {
    for (Flow flow : connection.flows()) {
      for (Run run : flow.runs()) {
        Octets beginning = run.beginning(65_535);
        for (TpktFrames.Frame frame : TpktFrames.cut(beginning)) {
          Octets payload = frame.payload(beginning);
          if (frame.kind() == TpktFrames.Kind.WHOLE && !payload.isEmpty()) {
            if (recogniser.recognises(payload)) {
              return true;
            }
            break;
          }
        }
      }
    }
    return false;
  }

  private void connection(Connection connection, Find.Kind kind) {
    for (Flow flow : connection.flows()) {
      problems.addAll(flow.problems());
      for (Run run : flow.runs()) {
        Octets octets = run.octets();
        for (TpktFrames.Frame frame : TpktFrames.cut(octets)) {
          add(find(connection, flow, run, octets, frame, kind));
        }
      }
    }
  }

  private static Find find(
      Connection connection,
      Flow flow,
      Run run,
      Octets octets,
      TpktFrames.Frame frame,
      Find.Kind kind) {
    Octets payload = frame.payload(octets);
    Find.Kind what =
        switch (frame.kind()) {
          case STRAY -> Find.Kind.STRAY;
          case CUT -> kind;
          case WHOLE -> payload.isEmpty() ? Find.Kind.KEEP_ALIVE : kind;
        };
    List<String> problems =
        switch (frame.kind()) {
          case WHOLE -> List.of();
          case CUT -> List.of("the capture ends within this TPKT");
          case STRAY -> List.of("octets that begin no TPKT");
        };
    return new Find(
        Carriage.of(flow, run, frame.at(), frame.length()),
        what,
        connection.number(),
        payload,
        problems);
  }
}
