package parley.lab.peers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an Asterisk told over its manager interface: an event, or the response to an action.
 *
 * @param fields its lines in their order; of a key that stands there more than once, the values
 *     joined by line ends
 */
record AsteriskEvent(Map<String, String> fields) {
  /** Of the lines up to an empty one. */
  static AsteriskEvent of(Iterable<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        fields.merge(
            line.substring(0, colon), line.substring(colon + 2), (one, next) -> one + "\n" + next);
      }
    }
    return new AsteriskEvent(fields);
  }

  /** Whether it is the event of that name. */
  boolean is(String name) {
    return name.equals(field("Event"));
  }

  /** A field's value; empty where it has none of that name. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether it is about a call over H.323. */
  boolean concernsH323() {
    return field("Channel").startsWith("OOH323/");
  }
}
