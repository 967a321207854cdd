package parley.lab.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.h323.gatekeeper.AdmittedCall;
import parley.h323.gatekeeper.GatekeeperEvent;
import parley.h323.gatekeeper.RegisteredEndpoint;
import parley.h323.ras.Aliases;
import parley.h323.ras.NetworkAddresses;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened at the gatekeeper, one line each: for people, or as one JSON object. */
final class GatekeeperEventLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private GatekeeperEventLines() {}

  /** For people. */
  static String text(GatekeeperEvent event) {
    return switch (event) {
      case GatekeeperEvent.Registered(var endpoint) ->
          "registered    " + named(endpoint) + " as " + endpoint.identifier();
      case GatekeeperEvent.Unregistered(var endpoint, String why) ->
          "unregistered  " + named(endpoint) + ": " + why;
      case GatekeeperEvent.Admitted(var call, var by, boolean answering) ->
          (answering ? "answers       " : "admitted      ") + named(call);
      case GatekeeperEvent.BandwidthChanged(var call) -> "bandwidth     " + named(call);
      case GatekeeperEvent.Ended(var call) -> "ended         " + named(call);
      case GatekeeperEvent.Refused(var from, String request, String reason) ->
          "refused       " + request + " from " + NetworkAddresses.text(from) + ": " + reason;
      case GatekeeperEvent.NotUnderstood(var from, var datagram) ->
          "not understood: "
              + datagram.name()
              + " of "
              + datagram.octets().length()
              + " octets from "
              + NetworkAddresses.text(from);
      case GatekeeperEvent.Flooded(var from) ->
          "flooded       by " + NetworkAddresses.text(from) + ", which is not heard this second";
    };
  }

  private static String named(RegisteredEndpoint endpoint) {
    return Aliases.text(endpoint.aliases())
        + " at "
        + NetworkAddresses.text(endpoint.callSignalling())
        + (endpoint.traversal() ? " behind a NAT" : "");
  }

  private static String named(AdmittedCall call) {
    return Aliases.text(call.source())
        + " -> "
        + (call.destination().isEmpty() ? "?" : Aliases.text(call.destination()))
        + " at "
        + NetworkAddresses.text(call.address())
        + ", "
        + call.bandwidth() / 10
        + " kbit/s";
  }

  /** One JSON object. */
  static String json(GatekeeperEvent event) {
    ObjectNode node = MAPPER.createObjectNode();
    switch (event) {
      case GatekeeperEvent.Registered(var endpoint) -> put(node, "registered", endpoint);
      case GatekeeperEvent.Unregistered(var endpoint, String why) -> {
        put(node, "unregistered", endpoint);
        node.put("why", why);
      }
      case GatekeeperEvent.Admitted(var call, var by, boolean answering) -> {
        put(node, "admitted", call);
        node.put("by", by.identifier());
        node.put("answering", answering);
      }
      case GatekeeperEvent.BandwidthChanged(var call) -> put(node, "bandwidth", call);
      case GatekeeperEvent.Ended(var call) -> put(node, "ended", call);
      case GatekeeperEvent.Refused(var from, String request, String reason) -> {
        node.put("event", "refused").put("from", NetworkAddresses.text(from));
        node.put("request", request).put("reason", reason);
      }
      case GatekeeperEvent.NotUnderstood(var from, var datagram) -> {
        node.put("event", "not-understood").put("from", NetworkAddresses.text(from));
        node.put("message", datagram.name()).put("octets", datagram.octets().hex());
      }
      case GatekeeperEvent.Flooded(var from) ->
          node.put("event", "flooded").put("from", NetworkAddresses.text(from));
    }
    return MAPPER.writeValueAsString(node);
  }

  private static void put(ObjectNode node, String event, RegisteredEndpoint endpoint) {
    node.put("event", event).put("endpoint", endpoint.identifier());
    strings(node, "aliases", endpoint.aliases().stream().map(Aliases::text));
    node.put("call-signalling", NetworkAddresses.text(endpoint.callSignalling()));
    node.put("ras", NetworkAddresses.text(endpoint.ras()));
    node.put("traversal", endpoint.traversal());
  }

  private static void put(ObjectNode node, String event, AdmittedCall call) {
    node.put("event", event).put("call", call.callId().hex());
    strings(node, "source", call.source().stream().map(Aliases::text));
    strings(node, "destination", call.destination().stream().map(Aliases::text));
    node.put("address", NetworkAddresses.text(call.address()));
    node.put("bandwidth-kbps", call.bandwidth() / 10.0);
  }

  private static void strings(ObjectNode node, String name, Stream<String> texts) {
    var array = node.putArray(name);
    texts.collect(Collectors.toList()).forEach(array::add);
  }
}
