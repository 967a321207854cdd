package parley.profiles;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads YAML text into a tree and remembers where everything stands. */
final class YamlReader {
  private static final int DEPTH = 40;
  private static final int NODES = 100_000;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final String file;
  private final Map<String, Place> keys = new HashMap<>();
  private final Map<String, Place> values = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private int nodes;

  private YamlReader(String file) {
    this.file = file;
  }

  static Loaded<Document> read(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      Optional<Problem> tooDeep = tooDeep(file, text, settings);
      if (tooDeep.isPresent()) {
        return Loaded.bad(tooDeep.get());
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        return Loaded.bad(Problem.of(file, "this file is empty"));
      }
      YamlReader reader = new YamlReader(file);
      JsonNode tree = reader.tree("", root.get());
      return Loaded.of(
          new Document(file, tree, reader.keys, reader.values), Document.sorted(reader.problems));
    } catch (MarkedYamlEngineException broken) {
      return Loaded.bad(syntax(file, broken));
    } catch (ReaderException broken) {
      return Loaded.bad(controlCharacter(file, text, broken));
    } catch (YamlEngineException broken) {
      return Loaded.bad(Problem.of(file, SyntaxWords.of(String.valueOf(broken.getMessage()))));
    }
  }

  /** The composer calls itself for each level, so the depth is looked at before. */
  private static Optional<Problem> tooDeep(String file, String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEPTH) {
        Place place = place(file, event.getStartMark());
        return Optional.of(
            new Problem(
                file,
                place.line(),
                place.column(),
                "",
                "groups and lists are nested deeper than " + DEPTH + " levels"));
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return Optional.empty();
  }

  private JsonNode tree(String pointer, Node node) {
    values.put(pointer, place(file, node.getStartMark()));
    if (++nodes > NODES || open.size() > DEPTH || open.contains(node)) {
      if (nodes <= NODES + 1) {
        complain(node, pointer, SyntaxWords.REPEATS);
      }
      return MAKE.nullNode();
    }
    open.push(node);
    try {
      return switch (node) {
        case MappingNode mapping -> mapping(pointer, mapping);
        case SequenceNode sequence -> sequence(pointer, sequence);
        case ScalarNode scalar -> scalar(pointer, scalar);
        default -> MAKE.nullNode();
      };
    } finally {
      open.pop();
    }
  }

  private JsonNode mapping(String pointer, MappingNode mapping) {
    ObjectNode object = MAKE.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        complain(tuple.getKeyNode(), pointer, "a key must be a word");
        continue;
      }
      String name = key.getValue();
      String at = Document.child(pointer, name);
      if (object.has(name)) {
        complain(
            key,
            at,
            "'" + name + "' stands here a second time; the first is in line " + firstLine(at));
        continue;
      }
      keys.put(at, place(file, key.getStartMark()));
      object.set(name, tree(at, tuple.getValueNode()));
    }
    return object;
  }

  private int firstLine(String pointer) {
    Place first = keys.get(pointer);
    return first == null ? 0 : first.line();
  }

  private JsonNode sequence(String pointer, SequenceNode sequence) {
    ArrayNode array = MAKE.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(tree(Document.child(pointer, Integer.toString(array.size())), item));
    }
    return array;
  }

  private JsonNode scalar(String pointer, ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return MAKE.nullNode();
      }
      if (tag.equals(Tag.BOOL)) {
        return MAKE.booleanNode(Boolean.parseBoolean(text));
      }
      if (tag.equals(Tag.INT)) {
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < 64 ? MAKE.numberNode(whole.longValue()) : MAKE.numberNode(whole);
      }
      // "42e010" is a profile-level-id far more often than a number, so a number needs its point.
      if (tag.equals(Tag.FLOAT) && text.indexOf('.') >= 0) {
        return MAKE.numberNode(new BigDecimal(text).doubleValue());
      }
    } catch (NumberFormatException odd) {
      complain(scalar, pointer, "'" + text + "' is not a number that can be used here");
    }
    return MAKE.stringNode(text);
  }

  private void complain(Node node, String pointer, String message) {
    Place place = place(file, node.getStartMark());
    problems.add(new Problem(file, place.line(), place.column(), pointer, message));
  }

  private static Problem syntax(String file, MarkedYamlEngineException broken) {
    Place place =
        place(
            file,
            SyntaxWords.namesItsContext(broken.getProblem())
                ? broken.getContextMark().or(broken::getProblemMark)
                : broken.getProblemMark().or(broken::getContextMark));
    return new Problem(file, place.line(), place.column(), "", SyntaxWords.of(broken.getProblem()));
  }

  private static Problem controlCharacter(String file, String text, ReaderException broken) {
    int at = Math.min(broken.getPosition(), text.length());
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
    return new Problem(
        file,
        line,
        before.length() - before.lastIndexOf('\n'),
        "",
        String.format(
            java.util.Locale.ROOT,
            "an invisible control character (U+%04X) stands here; remove it",
            broken.getCodePoint()));
  }

  private static Place place(String file, Optional<Mark> mark) {
    return mark.map(found -> new Place(file, found.getLine() + 1, found.getColumn() + 1))
        .orElse(new Place(file, 0, 0));
  }
}
