package parley.profiles;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Says what a schema complains about in words for those who never saw a schema. */
final class SchemaWords {
  private static final Set<String> SECRETS =
      Set.of("password", "passwd", "pass", "secret", "passphrase");
  private static final int SHOWN = 60;

  private final Document document;
  private final Error error;
  private final String pointer;
  private final JsonNode rule;

  SchemaWords(Document document, JsonNode schema, Error error) {
    this.document = document;
    this.error = error;
    this.pointer = error.getInstanceLocation().toString();
    String fragment = error.getSchemaLocation().getFragment().toString();
    this.rule = schema.at(JsonPointer.compile(fragment.substring(0, fragment.lastIndexOf('/'))));
  }

  /** One problem, or one for each wrong key. */
  List<Problem> problems() {
    String keyword = Optional.ofNullable(error.getKeyword()).orElse("");
    return keyword.equals("propertyNames") ? wrongKeys() : List.of(problem(keyword));
  }

  private Problem problem(String keyword) {
    return switch (keyword) {
      case "additionalProperties" -> unknownKey();
      case "required" ->
          document.problemWithKey(
              pointer,
              "'"
                  + property()
                  + "' is missing"
                  + (pointer.isEmpty() ? "" : " in '" + subject() + "'"));
      case "type" -> document.problem(pointer, wrongType());
      case "enum", "const" -> document.problem(pointer, notInList());
      case "pattern", "minLength" -> document.problem(pointer, wrongForm());
      case "minimum" -> document.problem(pointer, outOfBounds("at least", "minimum"));
      case "maximum" -> document.problem(pointer, outOfBounds("at most", "maximum"));
      case "minItems" -> document.problem(pointer, "'" + subject() + "' needs at least one entry");
      case "maxItems" -> document.problem(pointer, outOfBounds("at most", "maxItems"));
      case "uniqueItems" ->
          document.problem(pointer, "'" + subject() + "' has the same entry twice");
      default -> document.problem(pointer, "'" + subject() + "' is not as it must be: " + keyword);
    };
  }

  private Problem unknownKey() {
    String key = property();
    String at = Document.child(pointer, key);
    Collection<String> known = rule.path("properties").propertyNames();
    if (SECRETS.contains(key.toLowerCase(Locale.ROOT))) {
      return document.problemWithKey(
          at,
          "'"
              + key
              + "' is refused: a password never stands in this file; write 'password-from:"
              + " env:NAME' or 'password-from: file:PATH'");
    }
    String help =
        Nearest.to(key, known)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("; known here: " + String.join(", ", known));
    return document.problemWithKey(at, "'" + key + "' is not known here" + help);
  }

  private List<Problem> wrongKeys() {
    JsonNode form = rule.path("propertyNames");
    Pattern pattern = Pattern.compile(form.path("pattern").asString(""));
    return value().propertyNames().stream()
        .filter(key -> !pattern.matcher(key).find())
        .map(
            key ->
                document.problemWithKey(
                    Document.child(pointer, key),
                    "'" + key + "' must be " + form.path("title").asString("")))
        .toList();
  }

  private String property() {
    return Optional.ofNullable(error.getProperty()).orElse("");
  }

  private String wrongType() {
    List<String> wanted = new ArrayList<>();
    JsonNode type = rule.path("type");
    if (type.isArray()) {
      type.forEach(one -> wanted.add(typeInWords(one.asString())));
    } else {
      wanted.add(typeInWords(type.asString()));
    }
    if (value().isNull()) {
      return "'" + subject() + "' has no value; it must be " + String.join(" or ", wanted);
    }
    return "'"
        + subject()
        + "' must be "
        + String.join(" or ", wanted)
        + (hidden() ? "" : ", not " + found());
  }

  private String notInList() {
    List<String> allowed = new ArrayList<>();
    rule.path("enum").forEach(one -> allowed.add(one.asString()));
    String help =
        value().isString()
            ? Nearest.to(value().stringValue(), allowed)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("")
            : "";
    return "'"
        + subject()
        + "' must be one of "
        + String.join(", ", allowed)
        + ", not "
        + found()
        + help;
  }

  private String wrongForm() {
    String form = rule.path("title").asString("");
    return "'"
        + subject()
        + "' must be "
        + (form.isEmpty() ? "text that is not empty" : form)
        + (hidden() ? "" : ", not " + found());
  }

  private String outOfBounds(String word, String bound) {
    return "'"
        + subject()
        + "' must be "
        + word
        + " "
        + rule.path(bound).asString()
        + ", not "
        + found();
  }

  /** The key, or the list and the entry's number. */
  private String subject() {
    String last = Document.lastStep(pointer);
    int slash = pointer.lastIndexOf('/');
    if (slash > 0 && !last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
      JsonNode holder = document.root().at(JsonPointer.compile(pointer.substring(0, slash)));
      if (holder.isArray()) {
        return Document.lastStep(pointer.substring(0, slash))
            + "', entry '"
            + (Integer.parseInt(last) + 1);
      }
    }
    return last.isEmpty() ? "the file" : last;
  }

  private JsonNode value() {
    return document.root().at(JsonPointer.compile(pointer));
  }

  private boolean hidden() {
    return rule.path("writeOnly").asBoolean(false);
  }

  private String found() {
    JsonNode value = value();
    if (hidden() || value.isContainer()) {
      return typeInWords(value.isObject() ? "object" : value.isArray() ? "array" : "string");
    }
    String text = value.asString();
    return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
  }

  private static String typeInWords(String type) {
    return switch (type) {
      case "object" -> "a group of keys";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "null" -> "nothing";
      default -> "text";
    };
  }
}
