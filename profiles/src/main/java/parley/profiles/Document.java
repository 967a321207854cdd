package parley.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tree of a YAML file and where each of its keys and values stands. A merged document keeps for
 * each value the file it came from.
 */
public final class Document {
  /** Order of the file: line, then column. */
  public static final Comparator<Problem> IN_ORDER =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::path)
          .thenComparing(Problem::message);

  private final String file;
  private final JsonNode root;
  private final Map<String, Place> keys;
  private final Map<String, Place> values;

  Document(String file, JsonNode root, Map<String, Place> keys, Map<String, Place> values) {
    this.file = file;
    this.root = root;
    this.keys = Map.copyOf(keys);
    this.values = Map.copyOf(values);
  }

  public String file() {
    return file;
  }

  public JsonNode root() {
    return root;
  }

  /** A problem with the value at the pointer, or with what holds it where it has no place. */
  public Problem problem(String pointer, String message) {
    return placed(values, pointer, message);
  }

  /** A problem with the key the pointer ends with. */
  public Problem problemWithKey(String pointer, String message) {
    return placed(keys.containsKey(pointer) ? keys : values, pointer, message);
  }

  /** This document with the other laid over it key by key; lists are replaced as a whole. */
  public Document under(Document other) {
    Map<String, Place> mergedKeys = new HashMap<>(keys);
    mergedKeys.putAll(other.keys);
    Map<String, Place> mergedValues = new HashMap<>(values);
    mergedValues.putAll(other.values);
    return new Document(other.file, merge(root, other.root), mergedKeys, mergedValues);
  }

  /** The same, where the file is no file and has no lines. */
  Document withoutLines() {
    return new Document(file, root, withoutLines(keys), withoutLines(values));
  }

  private Map<String, Place> withoutLines(Map<String, Place> places) {
    Map<String, Place> bare = new HashMap<>(places);
    bare.replaceAll((pointer, place) -> new Place(file, 0, 0));
    return bare;
  }

  private static JsonNode merge(JsonNode below, JsonNode above) {
    if (!(below instanceof ObjectNode) || !(above instanceof ObjectNode)) {
      return above;
    }
    ObjectNode merged = (ObjectNode) below.deepCopy();
    above
        .properties()
        .forEach(
            entry -> {
              JsonNode under = merged.get(entry.getKey());
              merged.set(
                  entry.getKey(),
                  under == null ? entry.getValue() : merge(under, entry.getValue()));
            });
    return merged;
  }

  private Problem placed(Map<String, Place> places, String pointer, String message) {
    Place place = places.get(pointer);
    for (String up = pointer; place == null && !up.isEmpty(); ) {
      up = up.substring(0, Math.max(0, up.lastIndexOf('/')));
      place = keys.containsKey(up) ? keys.get(up) : values.get(up);
    }
    return place == null
        ? new Problem(file, 0, 0, pointer, message)
        : new Problem(place.file(), place.line(), place.column(), pointer, message);
  }

  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** The last step of a pointer as written in the file, "" for the root. */
  static String lastStep(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  static List<Problem> sorted(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(IN_ORDER);
    return sorted.stream().distinct().toList();
  }
}
