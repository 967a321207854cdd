package parley.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads values that may say their own source: {@code key: value}, {@code key: unknown} or {@code
 * key: {value: …, source: …, confidence: …}}. What says nothing of its own has the source and
 * confidence of the entry it stands in.
 */
public final class KnownReading {
  private static final String UNKNOWN = Confidence.UNKNOWN.word();

  private final Fields fields;
  private final String source;
  private final Confidence confidence;

  private KnownReading(Fields fields, String source, Confidence confidence) {
    this.fields = fields;
    this.source = source;
    this.confidence = confidence;
  }

  /** An entry that names its own source and confidence. */
  public static KnownReading of(Fields entry) {
    return new KnownReading(
        entry, entry.text("source"), Confidence.ofWord(word(entry.text("confidence"))));
  }

  /** An entry inside this one, with its own source and confidence where it says them. */
  public KnownReading inside(Fields entry) {
    return new KnownReading(
        entry,
        entry.optionalText("source").orElse(source),
        entry.optionalText("confidence").map(Confidence::ofWord).orElse(confidence));
  }

  /** A text, number or flag as text. */
  public Known<String> text(String key) {
    return value(key, JsonNode::asString);
  }

  /** A whole number. */
  public Known<Integer> whole(String key) {
    return value(key, JsonNode::asInt);
  }

  /** Yes or no. */
  public Known<Boolean> flag(String key) {
    return value(key, JsonNode::asBoolean);
  }

  /** A list that is one value. */
  public Known<List<String>> texts(String key) {
    return value(
        key,
        list -> {
          List<String> found = new ArrayList<>();
          list.forEach(one -> found.add(one.asString()));
          return List.copyOf(found);
        });
  }

  /** A list of values, each of which may say its own source; none where it is not there. */
  public List<Known<String>> textList(String key) {
    List<Known<String>> found = new ArrayList<>();
    fields.node().path(key).forEach(one -> found.add(own(one, JsonNode::asString)));
    return List.copyOf(found);
  }

  /** The entry itself as a value. */
  public <T> Known<T> self(T value) {
    return new Known<>(Optional.of(value), source, confidence);
  }

  private <T> Known<T> value(String key, Function<JsonNode, T> reading) {
    if (!fields.has(key)) {
      return Known.unknown("nothing is said");
    }
    return own(fields.node().path(key), reading);
  }

  private <T> Known<T> own(JsonNode node, Function<JsonNode, T> reading) {
    if (!node.isObject()) {
      return known(node, reading, source, confidence);
    }
    return known(
        node.path("value"),
        reading,
        node.path("source").asString(source),
        node.hasNonNull("confidence")
            ? Confidence.ofWord(node.path("confidence").asString())
            : confidence);
  }

  private static <T> Known<T> known(
      JsonNode node, Function<JsonNode, T> reading, String source, Confidence confidence) {
    return node.isString() && node.stringValue().equals(UNKNOWN)
        ? Known.unknown(source)
        : new Known<>(Optional.of(reading.apply(node)), source, confidence);
  }

  private static String word(String written) {
    return written.isEmpty() ? UNKNOWN : written;
  }
}
