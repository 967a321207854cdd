package parley.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One group of keys of a checked document while it is turned into records. What is missing or means
 * nothing is noted as a problem and reading goes on with a stand-in, so that all problems come at
 * once; the stand-ins are never seen, as a document with problems gives no value.
 */
public final class Fields {
  private final Document document;
  private final String pointer;
  private final JsonNode node;
  private final List<Problem> problems;

  private Fields(Document document, String pointer, JsonNode node, List<Problem> problems) {
    this.document = document;
    this.pointer = pointer;
    this.node = node;
    this.problems = problems;
  }

  /** Reads a whole document. */
  public static <T> Loaded<T> read(Document document, Function<Fields, T> reading) {
    List<Problem> problems = new ArrayList<>();
    T value = reading.apply(new Fields(document, "", document.root(), problems));
    return problems.isEmpty() ? Loaded.good(value) : new Loaded.Bad<>(Document.sorted(problems));
  }

  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  public String text(String key) {
    return value(key).map(JsonNode::asString).orElse("");
  }

  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
  }

  public int whole(String key) {
    return value(key).map(JsonNode::asInt).orElse(0);
  }

  public boolean flag(String key) {
    return value(key).map(JsonNode::asBoolean).orElse(false);
  }

  public List<String> texts(String key) {
    return value(key).map(Fields::texts).orElse(List.of());
  }

  /** Text by key, in the order written; empty where the group is not there. */
  public Map<String, String> textsByKey(String key) {
    Map<String, String> found = new LinkedHashMap<>();
    node.path(key).properties().forEach(one -> found.put(one.getKey(), one.getValue().asString()));
    return found;
  }

  /** Lists of text by key, in the order written; empty where the group is not there. */
  public Map<String, List<String>> listsByKey(String key) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    node.path(key).properties().forEach(one -> found.put(one.getKey(), texts(one.getValue())));
    return found;
  }

  /** Text turned into something; where that fails, a problem and the stand-in. */
  public <T> T parsed(String key, Function<String, Optional<T>> parser, T standIn, String mustBe) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return standIn;
    }
    Optional<T> parsed = parser.apply(value.get().asString());
    if (parsed.isEmpty()) {
      problem(key, "'" + key + "' must be " + mustBe);
    }
    return parsed.orElse(standIn);
  }

  /** A group that must be there. */
  public Fields group(String key) {
    value(key);
    return inside(key);
  }

  public <T> Optional<T> optionalGroup(String key, Function<Fields, T> reading) {
    return has(key) ? Optional.of(reading.apply(inside(key))) : Optional.empty();
  }

  /** Each entry of a list of groups; none where the list is not there. */
  public <T> List<T> groups(String key, Function<Fields, T> reading) {
    List<T> found = new ArrayList<>();
    for (int i = 0; i < node.path(key).size(); i++) {
      found.add(reading.apply(inside(key).inside(Integer.toString(i))));
    }
    return found;
  }

  /** The keys of a group in the order written; none where it is not there. */
  public List<String> keys(String key) {
    return List.copyOf(node.path(key).propertyNames());
  }

  /** Notes a problem with the value of the key; the key may go on as a pointer: "audio/2". */
  public void problem(String key, String message) {
    problems.add(document.problem(pointer + "/" + key, message));
  }

  JsonNode node() {
    return node;
  }

  private Fields inside(String key) {
    JsonNode child = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
    return new Fields(document, Document.child(pointer, key), child, problems);
  }

  private Optional<JsonNode> value(String key) {
    if (has(key)) {
      return Optional.of(node.path(key));
    }
    problems.add(
        document.problemWithKey(
            pointer,
            "'"
                + key
                + "' is missing"
                + (pointer.isEmpty() ? "" : " in '" + Document.lastStep(pointer) + "'")));
    return Optional.empty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> found = new ArrayList<>();
    list.forEach(one -> found.add(one.asString()));
    return found;
  }
}
