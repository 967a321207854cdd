package parley.h323.trace;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.trace.Tshark.Field;

/**
 * Compares a tree of ours with tshark's dissection of the same octets, field by field in order. A
 * field of either side without a partner is a difference. Where tshark names or shows something in
 * its own way a rule here says so, and counts how often it was needed.
 */
final class Agreement {
  private static final Pattern BITS = Pattern.compile("^[01.]{4} [01. ]*(?:= )?");
  private static final Pattern OCTETS = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2})+");
  private static final Pattern ITEM = Pattern.compile("Item \\d+.*", Pattern.DOTALL);
  private static final Pattern ALTERNATIVE = Pattern.compile("(.*) \\((\\d+)\\)");

  private static final Pattern REMARK =
      Pattern.compile(".*(Undecoded (INV|RES|ERR)|Trailing stray characters).*", Pattern.DOTALL);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss.SSSSSSSSS 'UTC'", Locale.ROOT);

  /** Names that tshark spells in another way than the Recommendation. */
  private static final Map<String, String> NAMES =
      Map.of(
          // H.225.0 spells these with one l.
          "dialledDigits", "dialedDigits",
          "h245Tunnelling", "h245Tunneling",
          "provisionalRespToH245Tunnelling", "provisionalRespToH245Tunneling",
          "callSignalling", "callSignaling",
          // The root of H.245 is called by what it is.
          "PDU Type", "MultimediaSystemControlMessage");

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> rules = new HashMap<>();
  private int compared;

  List<String> differences() {
    return differences;
  }

  /** Fields with a partner of the same name and value. */
  int compared() {
    return compared;
  }

  /** How often each rule was needed. */
  Map<String, Integer> rules() {
    return rules;
  }

  private void rule(String name) {
    rules.merge(name, 1, Integer::sum);
  }

  private void differ(String path, String what) {
    differences.add(path + ": " + what);
  }

  /** What tshark shows under a field, without its own additions. */
  private List<Field> fields(String path, List<Field> raw) {
    List<Field> fields = new ArrayList<>();
    for (Field field : raw) {
      String name = field.name();
      Field before = fields.isEmpty() ? field : fields.getLast();
      if (name.startsWith("per.")) {
        // How a value was encoded (lengths, bits of presence), which is not what it says.
        rule("encoding detail");
      } else if (name.endsWith(".debug.dissector_try_string")) {
        // Which dissector it looked for.
        rule("debug");
      } else if (name.equals("_ws.expert") && REMARK.matcher(field.shown()).matches()) {
        // An operation it does not know by its number, or octets that it takes for a text.
        rule("remark");
      } else if (name.startsWith("h225.ras.")) {
        // Which request an answer answers, and after how long.
        rule("request and answer");
      } else if (name.isEmpty() && before.name().equals("h245.returnedFunction")) {
        // The message in these octets: we show that in their place, tshark after them.
        rule("content of returnedFunction");
        fields.set(fields.size() - 1, returned(before, field));
      } else if (name.equals("h245") || name.equals("h235") || name.equals("h450")) {
        // Another protocol's heading above or before what belongs to it.
        rule("heading");
        fields.addAll(fields(path, field.children()));
      } else if (name.equals("h225.FastStart_item")
          || name.equals("h225.H245Control_item")
          || name.equals("h225.ParallelH245Control_item")
          || name.equals("h225.h4501SupplementaryService_item")) {
        // The length of octets that it takes apart in the next field.
        rule("length of contained encoding");
      } else if (name.equals("h225.Manufacturer") || name.equals("h245.Manufacturer")) {
        // The three numbers before it in one, looked up.
        rule("manufacturer looked up");
        manufacturer(path, before, field);
      } else if (name.equals("data")) {
        // The octets before it, shown a second time by the dissector for anything.
        rule("octets again");
        again(path, before, field);
      } else if (name.startsWith("h221nonstd") || name.startsWith("h264.")) {
        // The octets or the number before it explained: the values were compared there.
        rule("explained by another dissector");
      } else if (name.startsWith("h460.") && isOctets(before)) {
        // Octets of a generic parameter taken apart: we show that inside, tshark after them.
        rule("content of a generic parameter");
        fields.set(fields.size() - 1, inside(before, field));
      } else {
        fields.add(field);
      }
    }
    return fields;
  }

  private static boolean isOctets(Field field) {
    return field.name().equals("h225.raw") || field.name().equals("h245.octetString");
  }

  private static Field inside(Field octets, Field content) {
    return new Field(
        octets.name(), octets.shown(), octets.show(), octets.value(), List.of(content));
  }

  private Field returned(Field octets, Field content) {
    Field message = content.all("h245.pdu_type").getFirst();
    return new Field(
        octets.name(),
        "returnedFunction: " + text(message),
        message.show(),
        message.value(),
        message.children());
  }

  private void manufacturer(String path, Field before, Field field) {
    List<Field> parts = new ArrayList<>();
    for (String part : List.of("t35CountryCode", "t35Extension", "manufacturerCode")) {
      parts.addAll(before.all("h225." + part));
      parts.addAll(before.all("h245." + part));
    }
    String joined = parts.stream().map(Field::value).reduce("", String::concat);
    if (!joined.equals(field.show().replace("0x", ""))) {
      differ(path, "manufacturer " + field.show() + " is not " + joined);
    }
  }

  private void again(String path, Field before, Field data) {
    String octets = data.all("data.data").stream().map(Field::value).findFirst().orElse("");
    if (!octets.equals(before.value())) {
      differ(path, "data " + octets + " is not " + before.value());
    }
  }

  /** The name in the line that a person reads. */
  private String name(Field field) {
    String text = line(field);
    int end = text.indexOf(": ");
    String name = end < 0 ? text : text.substring(0, end);
    return spelt(name.replace(" [truncated]", ""));
  }

  private String spelt(String name) {
    if (NAMES.containsKey(name)) {
      rule("name of its own");
    }
    return NAMES.getOrDefault(name, name);
  }

  /** The line without the picture of bits before it. */
  private static String line(Field field) {
    return BITS.matcher(field.shown().isEmpty() ? field.show() : field.shown()).replaceFirst("");
  }

  private static String text(Field field) {
    String text = line(field);
    int end = text.indexOf(": ");
    return end < 0 ? "" : text.substring(end + 2);
  }

  /** Compares the root: {@code theirs} are the fields of a protocol. */
  void compare(String path, Tree ours, List<Field> theirs) {
    List<Field> fields = fields(path, theirs);
    if (fields.size() == 2 && fields.getLast().name().equals("h225.guid")) {
      // The call of the request, under an answer that does not say it.
      rule("request and answer");
      fields.removeLast();
    }
    if (fields.size() != 1) {
      differ(path, "one root expected, " + fields.size() + " there");
      return;
    }
    compare(path + "/" + ours.name(), ours, fields.getFirst(), true);
  }

  private void compare(String path, Tree ours, Field theirs, boolean named) {
    if ((ours.name().equals("nonStandard") && name(theirs).equals("nonStandardData"))
        || (ours.name().equals("releaseCompleteReason") && name(theirs).equals("reason"))) {
      // A field of tshark stands for several of the Recommendations.
      rule("name of its own");
    } else if (named && !name(theirs).equals(ours.name())) {
      differ(path, "is called " + name(theirs));
      return;
    }
    compared++;
    switch (ours) {
      case Tree.Leaf(String name, String text) -> leaf(path, text, theirs);
      case Tree.Opaque(String name, Octets octets) -> opaque(path, octets, theirs);
      case Tree.Branch branch -> branch(path, branch, theirs);
      case Tree.Unknown unknown -> differ(path, "unknown to us, tshark: " + theirs.shown());
      case Tree.Malformed malformed -> differ(path, "malformed to us, tshark: " + theirs.shown());
    }
  }

  private void branch(String path, Tree.Branch ours, Field theirs) {
    List<Field> fields = fields(path, theirs.children());
    boolean list = !fields.isEmpty() && fields.stream().allMatch(Agreement::isItem);
    if (list || text(theirs).matches("\\d+ items?")) {
      if (!ours.text().equals(text(theirs))) {
        differ(path, "'" + ours.text() + "' but tshark has '" + text(theirs) + "'");
      }
      elements(path, ours, fields);
      return;
    }
    Matcher alternative = ALTERNATIVE.matcher(text(theirs));
    if (alternative.matches() && !ours.text().equals(spelt(alternative.group(1)))) {
      differ(path, "'" + ours.text() + "' but tshark chose '" + alternative.group(1) + "'");
    }
    children(path, ours.children(), fields, true);
  }

  private static boolean isItem(Field field) {
    return field.name().isEmpty() && ITEM.matcher(field.show()).matches();
  }

  /** Elements of a list have no names in ASN.1, so theirs may differ. */
  private void elements(String path, Tree.Branch ours, List<Field> items) {
    List<Field> elements = new ArrayList<>();
    for (Field item : items) {
      elements.addAll(fields(path, item.children()));
    }
    children(path, ours.children(), elements, false);
  }

  private void children(String path, List<Tree> ours, List<Field> theirs, boolean named) {
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      if (i >= theirs.size()) {
        differ(path, "only ours: " + ours.get(i));
      } else if (i >= ours.size()) {
        differ(path, "only tshark's: " + theirs.get(i).name() + " " + theirs.get(i).shown());
      } else {
        String place = path + "/" + ours.get(i).name() + (named ? "" : "[" + i + "]");
        compare(place, ours.get(i), theirs.get(i), named);
      }
    }
  }

  private void leaf(String path, String ours, Field theirs) {
    String text = text(theirs);
    List<Field> fields = fields(path, theirs.children());
    Matcher numbered = ALTERNATIVE.matcher(text);
    boolean equal;
    if (text.equals("True") || text.equals("False")) {
      equal = text.toLowerCase(Locale.ROOT).equals(ours);
    } else if (text.equals("NULL")) {
      equal = ours.isEmpty();
    } else if (fields.size() == 1 && text(fields.getFirst()).equals("NULL")) {
      // An alternative without content is a field of its own in tshark.
      rule("alternative NULL");
      equal =
          numbered.matches()
              && numbered.group(1).equals(ours)
              && name(fields.getFirst()).equals(ours);
    } else if (!fields.isEmpty()) {
      equal = false;
    } else if (theirs.show().endsWith(" UTC")) {
      // Seconds since 1970 are shown as a date.
      rule("time as a date");
      long seconds =
          LocalDateTime.parse(theirs.show().replace("  ", " "), DATE).toEpochSecond(ZoneOffset.UTC);
      equal = Long.toString(seconds).equals(ours);
    } else if (theirs.name().endsWith("octetString") || text.contains("[bit length")) {
      equal = bits(theirs).equals(ours);
    } else if (OCTETS.matcher(theirs.show()).matches()) {
      // Addresses in source routes and some identifiers are octets to it.
      rule("address or identifier as octets");
      Octets octets = Octets.ofHex(theirs.show().replace(":", ""));
      String name = path.substring(path.lastIndexOf('/') + 1);
      equal = Wording.of(name, octets).equals(Optional.of(ours));
    } else {
      equal = theirs.show().equals(ours) || (numbered.matches() && numbered.group(1).equals(ours));
    }
    if (!equal) {
      differ(path, "'" + ours + "' but tshark has '" + theirs.shown() + "' / " + theirs.show());
    }
  }

  private static String bits(Field field) {
    Matcher length = Pattern.compile("\\[bit length (\\d+)").matcher(field.shown());
    int count = length.find() ? Integer.parseInt(length.group(1)) : 0;
    Octets octets = Octets.ofHex(field.show().replace(":", ""));
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((octets.u8(i / 8) & (0x80 >> (i % 8))) == 0 ? '0' : '1');
    }
    return digits.toString();
  }

  private void opaque(String path, Octets ours, Field theirs) {
    String shown = theirs.show().replace(":", "");
    // Octets that tshark shows as text or by their number have them in the value alone.
    boolean equal = shown.equals(ours.hex()) || theirs.value().equals(ours.hex());
    if (!equal || !fields(path, theirs.children()).isEmpty()) {
      differ(path, ours.hex() + " but tshark has '" + theirs.shown() + "' " + theirs.value());
    }
  }
}
