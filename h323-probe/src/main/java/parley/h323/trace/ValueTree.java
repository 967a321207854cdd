package parley.h323.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.per.BitString;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Problem;
import parley.h323.per.Type;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.Component;
import parley.h323.per.Type.EnumeratedType;
import parley.h323.per.Type.ListType;
import parley.h323.per.Type.OctetStringType;
import parley.h323.per.Type.SequenceType;
import parley.h323.per.Value;
import parley.h323.per.Value.BitsValue;
import parley.h323.per.Value.BooleanValue;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.per.Value.EnumeratedValue;
import parley.h323.per.Value.IntegerValue;
import parley.h323.per.Value.ListValue;
import parley.h323.per.Value.NullValue;
import parley.h323.per.Value.ObjectIdentifierValue;
import parley.h323.per.Value.OctetsValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.per.Value.TextValue;
import parley.h323.per.Value.UnknownChoice;
import parley.h323.per.Value.Unread;

/**
 * Prints an encoding by its type, in the names of the ASN.1: a sequence is a branch of its
 * components, a choice a branch whose text names the alternative, a list a branch of its elements.
 * An octet string that contains an encoding is taken apart in its place. Additions and alternatives
 * of later versions stand with their index and octets.
 *
 * <p>Never throws on content. A tree has at most about {@link PerLimits#values()} nodes, contained
 * encodings included, and is at most {@link Tree#MAX_DEPTH} deep; what is over stays octets.
 */
public final class ValueTree {
  /** Room for the alternative of a choice and for what could not be read. */
  private static final int LEAST_DEPTH = 3;

  private final PerLimits limits;
  private final List<String> problems = new ArrayList<>();
  private int values;

  /** The generic message or data that is being printed, and its parameter. */
  private String feature = "";

  private String parameter = "";

  private ValueTree(PerLimits limits) {
    this.limits = limits;
    values = limits.values();
  }

  /** Reads {@code octets} as {@code type}; {@code name} is that of the tree. */
  public static Decoded read(String name, Type type, Octets octets, PerLimits limits) {
    return read(name, type, octets, limits, 0);
  }

  /**
   * As a part of a larger tree.
   *
   * @param depth of the tree's root there
   */
  static Decoded read(String name, Type type, Octets octets, PerLimits limits, int depth) {
    ValueTree printer = new ValueTree(limits);
    PerResult result = printer.decode(type, octets, depth);
    result.problems().forEach(problem -> printer.problems.add(problem.toString()));
    Tree tree = printer.new Encoding(result).tree(name, type, depth);
    return new Decoded(tree, new Part(type, result.value()), result.whole(), printer.problems);
  }

  private PerResult decode(Type type, Octets octets, int depth) {
    PerLimits left =
        new PerLimits(
            limits.octets(),
            Math.min(limits.depth(), Tree.MAX_DEPTH - depth - LEAST_DEPTH),
            Math.max(1, values));
    return new PerDecoder(left).decode(type, octets);
  }

  private boolean exhausted(int depth) {
    return values <= 0 || Tree.MAX_DEPTH - depth - LEAST_DEPTH < 1;
  }

  /** One encoding: the message or one that is contained in it. */
  private final class Encoding {
    private final PerResult result;
    private boolean unreadShown;

    Encoding(PerResult result) {
      this.result = result;
    }

    Tree tree(String name, Type type, int depth) {
      Tree tree = tree(name, type, result.value(), depth);
      if (result.whole() || unreadShown || result.malformed().isEmpty()) {
        return tree;
      }
      // It ends between two values: what was left stands at the end of the whole.
      int at = Math.min(result.malformed().getLast().octet(), result.octets().length());
      Tree rest = unread("unread", result.octets().from(Math.max(0, at)));
      return tree instanceof Tree.Branch(String branch, String text, List<Tree> children)
          ? new Tree.Branch(branch, text, plus(children, rest))
          : new Tree.Branch(name, List.of(tree, rest));
    }

    private static List<Tree> plus(List<Tree> children, Tree last) {
      List<Tree> all = new ArrayList<>(children);
      all.add(last);
      return all;
    }

    private Tree unread(String name, Octets octets) {
      unreadShown = true;
      List<Problem> malformed = result.malformed();
      // Reading stopped at the last of them; those before it ended with the addition they are in.
      String problem = malformed.isEmpty() ? "not read" : malformed.getLast().toString();
      return new Tree.Malformed(name, problem, octets);
    }

    private Tree tree(String name, Type type, Value value, int depth) {
      values--;
      return switch (value) {
        case BooleanValue(boolean truth) -> new Tree.Leaf(name, Boolean.toString(truth));
        case NullValue any -> new Tree.Leaf(name, "");
        case IntegerValue(var number) -> new Tree.Leaf(name, number.toString());
        case EnumeratedValue(int index) -> new Tree.Leaf(name, item(type, index));
        case ObjectIdentifierValue(var identifier) -> new Tree.Leaf(name, identifier.toString());
        case OctetsValue(Octets octets) -> octets(name, type, octets, depth);
        case BitsValue(BitString bits) -> bits(name, bits);
        case TextValue(String text) -> new Tree.Leaf(name, text);
        case ListValue(List<Value> elements) -> list(name, type, elements, depth);
        case SequenceValue sequence -> sequence(name, type, sequence, depth);
        case ChoiceValue(int index, Value chosen) -> choice(name, type, index, chosen, depth);
        case UnknownChoice(int index, Octets octets) -> later(name, type, index, octets, depth);
        case Unread(Octets rest) -> unread(name, rest);
      };
    }

    private static String item(Type type, int index) {
      return type instanceof EnumeratedType enumerated && index < enumerated.items().size()
          ? enumerated.items().get(index)
          : "unknown item " + index;
    }

    private Tree octets(String name, Type type, Octets octets, int depth) {
      if (type instanceof OctetStringType string && string.containing().isPresent()) {
        return contained(name, string.containing().get().get(), octets, depth, true);
      }
      if (name.equals("raw") || name.equals("octetString")) {
        Optional<Type> content = GenericContents.of(feature, parameter);
        if (content.isPresent() && !exhausted(depth + 1)) {
          String inside = elementName(content.get());
          return new Tree.Branch(
              name,
              octets.length() + " octets",
              List.of(contained(inside, content.get(), octets, depth + 1, true)));
        }
      }
      return Wording.of(name, octets)
          .<Tree>map(text -> new Tree.Leaf(name, text))
          .orElseGet(() -> new Tree.Opaque(name, octets));
    }

    private static Tree bits(String name, BitString bits) {
      if (bits.length() > 32 && bits.length() % 8 == 0) {
        return new Tree.Opaque(name, bits.octets());
      }
      StringBuilder digits = new StringBuilder();
      for (int i = 0; i < bits.length(); i++) {
        digits.append(bits.bit(i) ? '1' : '0');
      }
      return new Tree.Leaf(name, digits.toString());
    }

    private Tree list(String name, Type type, List<Value> elements, int depth) {
      List<Tree> children = new ArrayList<>();
      if (type instanceof ListType(var element, var any)) {
        String each = elementName(element.get());
        for (Value value : elements) {
          children.add(tree(each, element.get(), value, depth + 1));
        }
      }
      return new Tree.Branch(
          name, children.size() == 1 ? "1 item" : children.size() + " items", children);
    }

    private Tree sequence(String name, Type type, SequenceValue value, int depth) {
      List<Tree> children = new ArrayList<>();
      String outerFeature = feature;
      String outerParameter = parameter;
      if (type instanceof SequenceType sequence) {
        feature = GenericContents.feature(sequence, value).orElse(feature);
        parameter = GenericContents.parameter(sequence, value).orElse(parameter);
        int root = sequence.root().size();
        TreeSet<Integer> present = new TreeSet<>(value.components().keySet());
        value.unknown().keySet().forEach(index -> present.add(root + index));
        for (int index : present) {
          children.add(
              value
                  .component(index)
                  .map(component -> component(sequence.component(index), component, depth + 1))
                  .orElseGet(
                      () ->
                          addition(
                              sequence,
                              index,
                              value.unknown().getOrDefault(index - root, Octets.EMPTY),
                              depth + 1)));
        }
      }
      feature = outerFeature;
      parameter = outerParameter;
      return new Tree.Branch(name, Wording.of(children), children);
    }

    private Tree component(Component component, Value value, int depth) {
      return tree(component.name(), component.type().get(), value, depth);
    }

    private Tree addition(SequenceType type, int index, Octets octets, int depth) {
      if (index < type.size()) {
        Component component = type.component(index);
        return contained(component.name(), component.type().get(), octets, depth, false);
      }
      return new Tree.Unknown("addition " + (index - type.root().size()), octets);
    }

    private Tree choice(String name, Type type, int index, Value chosen, int depth) {
      if (!(type instanceof ChoiceType choice)) {
        return new Tree.Leaf(name, "alternative " + index);
      }
      Component alternative = choice.alternative(index);
      return chosen instanceof NullValue
          ? new Tree.Leaf(name, alternative.name())
          : new Tree.Branch(
              name, alternative.name(), List.of(component(alternative, chosen, depth + 1)));
    }

    /** One that the schema does not know, or that does not follow it. */
    private Tree later(String name, Type type, int index, Octets octets, int depth) {
      if (type instanceof ChoiceType choice && index < choice.size()) {
        Component alternative = choice.alternative(index);
        Tree inside =
            contained(alternative.name(), alternative.type().get(), octets, depth + 1, false);
        return new Tree.Branch(name, alternative.name(), List.of(inside));
      }
      return new Tree.Unknown(name + ": alternative " + index, octets);
    }
  }

  private static String elementName(Type type) {
    return switch (type) {
      case SequenceType sequence when isNamed(sequence.name()) -> sequence.name();
      case ChoiceType choice when isNamed(choice.name()) -> choice.name();
      case OctetStringType string when string.containing().isPresent() ->
          elementName(string.containing().get().get());
      default -> "item";
    };
  }

  /** Anonymous types are called by their place. */
  private static boolean isNamed(String name) {
    return name.indexOf('.') < 0;
  }

  /**
   * @param report are its problems not among those of the encoding it stands in?
   */
  private Tree contained(String name, Type type, Octets octets, int depth, boolean report) {
    if (exhausted(depth)) {
      return new Tree.Opaque(name, octets);
    }
    PerResult result = decode(type, octets, depth);
    if (report) {
      result.problems().forEach(problem -> problems.add("in " + name + ": " + problem));
    }
    return new Encoding(result).tree(name, type, depth);
  }
}
