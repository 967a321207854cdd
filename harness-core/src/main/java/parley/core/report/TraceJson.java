package parley.core.report;

import java.time.Instant;
import java.util.List;
import parley.core.trace.Parties;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One traced message as one JSON object on one line, ASCII only, so that any terminal's character
 * set holds it: {@code packet}, {@code packets} where several hold it, {@code time} (UTC, to the
 * nanosecond), {@code from}, {@code to}, {@code transport}, {@code protocol}, {@code name}, {@code
 * call}, {@code callKind}, {@code carriedIn} where tunnelled, {@code repeated} where sent before,
 * {@code summary}, {@code tree}, {@code problems}, {@code octets} in hexadecimal.
 *
 * <p>A node of the tree has a {@code name} and, as far as it has them, {@code text}, {@code
 * children} and {@code octets}; {@code unknown} or {@code problem} where it was not understood.
 */
public final class TraceJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private TraceJson() {}

  /** Without a line feed. */
  public static String line(TracedCall call, TracedMessage message) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("packet", message.packet());
    List<Long> packets = message.carriage().packets();
    if (packets.size() > 1) {
      ArrayNode all = node.putArray("packets");
      packets.forEach(all::add);
    }
    node.put("time", time(message.carriage().timeNanos()));
    node.put("from", Parties.text(message.carriage().from()));
    node.put("to", Parties.text(message.carriage().to()));
    node.put("transport", message.carriage().transport().name());
    node.put("protocol", message.protocol());
    node.put("name", message.name());
    node.put("call", call.id());
    node.put("callKind", call.kind().name());
    message.carriedIn().ifPresent(outer -> node.put("carriedIn", outer));
    if (message.repeated()) {
      node.put("repeated", true);
    }
    node.put("summary", message.summary());
    node.set("tree", tree(message.tree(), 0));
    ArrayNode problems = node.putArray("problems");
    message.problems().forEach(problems::add);
    node.put("octets", message.octets().hex());
    return MAPPER.writeValueAsString(node);
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
        .toString();
  }

  private static ObjectNode tree(Tree tree, int depth) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", tree.name());
    switch (tree) {
      case Tree.Branch branch -> {
        if (!branch.text().isEmpty()) {
          node.put("text", branch.text());
        }
        ArrayNode children = node.putArray("children");
        if (depth < Tree.MAX_DEPTH) {
          branch.children().forEach(child -> children.add(tree(child, depth + 1)));
        }
      }
      case Tree.Leaf leaf -> node.put("text", leaf.text());
      case Tree.Opaque opaque -> node.put("octets", opaque.octets().hex());
      case Tree.Unknown unknown -> node.put("unknown", true).put("octets", unknown.octets().hex());
      case Tree.Malformed malformed ->
          node.put("problem", malformed.problem()).put("octets", malformed.octets().hex());
    }
    return node;
  }
}
