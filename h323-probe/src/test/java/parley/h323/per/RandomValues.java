package parley.h323.per;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.core.wire.Octets;
import parley.h323.per.Type.BitStringType;
import parley.h323.per.Type.BooleanType;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.EnumeratedType;
import parley.h323.per.Type.IntegerType;
import parley.h323.per.Type.ListType;
import parley.h323.per.Type.NullType;
import parley.h323.per.Type.ObjectIdentifierType;
import parley.h323.per.Type.OctetStringType;
import parley.h323.per.Type.OpenType;
import parley.h323.per.Type.SequenceType;
import parley.h323.per.Type.TextType;

/**
 * Values that a type allows, from a seed. Types refer to themselves, so depth and number end it.
 */
public final class RandomValues {
  private static final int DEEPEST = 1_000;

  /** What may stand in a value beside what the schema knows. */
  public enum Strangers {
    /**
     * Only what the schema knows, in sizes that every dissector shows: no control characters or
     * blanks, no empty bit strings, no number over 31 bits where none is bounded.
     */
    NONE,
    /** Additions, alternatives and items of later versions too. */
    LATER_VERSIONS
  }

  private final Random random;
  private final Set<String> without;
  private final Strangers strangers;
  private final int depth;
  private int left;
  private final IdentityHashMap<Type, Integer> least = new IdentityHashMap<>();

  /**
   * @param depth from which on only what must be there is
   * @param values after which the same holds
   */
  public RandomValues(long seed, Strangers strangers, int depth, int values) {
    this(seed, strangers, depth, values, Set.of());
  }

  /**
   * @param without components and alternatives that are left out, as {@code ClearToken.dhkeyext}
   */
  public RandomValues(long seed, Strangers strangers, int depth, int values, Set<String> without) {
    random = new Random(seed);
    this.without = without;
    this.strangers = strangers;
    this.depth = depth;
    left = values;
  }

  public Value of(Type type) {
    return value(type, 0);
  }

  private boolean ending(int at) {
    return at >= depth || left <= 0;
  }

  private Value value(Type type, int at) {
    left--;
    return switch (type) {
      case BooleanType any -> new Value.BooleanValue(random.nextBoolean());
      case NullType any -> Value.NullValue.NULL;
      case IntegerType integer -> new Value.IntegerValue(integer(integer));
      case EnumeratedType enumerated -> new Value.EnumeratedValue(item(enumerated));
      case ObjectIdentifierType any -> new Value.ObjectIdentifierValue(identifier());
      case OctetStringType string -> new Value.OctetsValue(octets(string, at));
      case BitStringType string -> new Value.BitsValue(bits(count(string.size(), 200)));
      case TextType text -> new Value.TextValue(text(text));
      case OpenType any -> new Value.OctetsValue(octets(1 + random.nextInt(40)));
      case ListType list -> list(list, at);
      case SequenceType sequence -> sequence(sequence, at);
      case ChoiceType choice -> choice(choice, at);
    };
  }

  private BigInteger integer(IntegerType type) {
    if (type.extensible() && strangers != Strangers.NONE && random.nextInt(8) == 0) {
      BigInteger outside = BigInteger.valueOf(random.nextInt());
      if (!type.allows(outside)) {
        return outside;
      }
    }
    if (type.lower().isEmpty()) {
      return new BigInteger(random.nextInt(strangers == Strangers.NONE ? 31 : 63), random)
          .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
    }
    BigInteger lower = type.lower().get();
    BigInteger most =
        type.upper()
            .map(upper -> upper.subtract(lower))
            .orElseGet(
                () ->
                    BigInteger.ONE.shiftLeft(
                        1 + random.nextInt(strangers == Strangers.NONE ? 30 : 60)));
    return lower.add(
        switch (random.nextInt(6)) {
          case 0 -> BigInteger.ZERO;
          case 1 -> most;
          default ->
              new BigInteger(1 + random.nextInt(most.bitLength() + 1), random)
                  .mod(most.add(BigInteger.ONE));
        });
  }

  private int item(EnumeratedType type) {
    int known = type.items().size();
    return type.extensible() && strangers != Strangers.NONE && random.nextInt(8) == 0
        ? known + random.nextInt(100)
        : random.nextInt(known);
  }

  private ObjectIdentifier identifier() {
    StringBuilder dotted = new StringBuilder();
    int first = random.nextInt(3);
    dotted.append(first).append('.').append(random.nextInt(first < 2 ? 40 : 1_000));
    for (int i = random.nextInt(8); i > 0; i--) {
      dotted.append('.').append(random.nextInt(1 << random.nextInt(1, 31)));
    }
    return ObjectIdentifier.of(dotted.toString());
  }

  private Octets octets(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }

  private Octets octets(OctetStringType type, int at) {
    return type.containing()
        .map(content -> PerEncoder.encode(content.get(), value(content.get(), at + 1)))
        .orElseGet(() -> octets(count(type.size(), random.nextInt(20) == 0 ? 400 : 20)));
  }

  /** A length that the size allows, not far above its least. */
  private int count(Size size, int further) {
    int most = (int) Math.min(size.upper(), (long) size.lower() + further);
    return switch (random.nextInt(8)) {
      case 0 -> size.lower();
      case 1 -> most;
      default -> size.lower() + random.nextInt(most - size.lower() + 1);
    };
  }

  private BitString bits(int wanted) {
    int length = strangers == Strangers.NONE ? Math.max(1, wanted) : wanted;
    byte[] bytes = new byte[(length + 7) / 8];
    random.nextBytes(bytes);
    if (length % 8 != 0) {
      bytes[bytes.length - 1] &= (byte) (0xff << (8 - length % 8));
    }
    return new BitString(Octets.of(bytes), length);
  }

  private String text(TextType type) {
    String alphabet = alphabet(type.alphabet());
    StringBuilder text = new StringBuilder();
    for (int i = count(type.size(), random.nextInt(20) == 0 ? 200 : 12); i > 0; i--) {
      text.append(
          alphabet.isEmpty()
              ? (char) random.nextInt(0x10000)
              : alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Empty for any character. */
  private String alphabet(Alphabet alphabet) {
    if (strangers != Strangers.NONE) {
      return alphabet.characters();
    }
    StringBuilder visible = new StringBuilder();
    for (char each = '!'; each <= '~'; each++) {
      if (alphabet.permits(String.valueOf(each)) && each != '\\') {
        visible.append(each);
      }
    }
    return visible.toString();
  }

  private Value list(ListType type, int at) {
    int count = ending(at) ? type.size().lower() : count(type.size(), 3);
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(value(type.element().get(), at + 1));
    }
    return new Value.ListValue(elements);
  }

  private Value sequence(SequenceType type, int at) {
    SortedMap<Integer, Value> components = new TreeMap<>();
    int root = type.root().size();
    for (int i = 0; i < root; i++) {
      if (!type.root().get(i).optional()
          || (!ending(at)
              && random.nextInt(3) == 0
              && !without.contains(type.name() + "." + type.component(i).name()))) {
        components.put(i, value(type.root().get(i).type().get(), at + 1));
      }
    }
    SortedMap<Integer, Octets> unknown = new TreeMap<>();
    if (!type.extensible() || ending(at) || random.nextBoolean()) {
      return new Value.SequenceValue(components, unknown, Optional.empty());
    }
    for (int i = root; i < type.size(); i++) {
      if (random.nextInt(3) == 0
          && !without.contains(type.name() + "." + type.component(i).name())) {
        components.put(i, value(type.component(i).type().get(), at + 1));
      }
    }
    int known = type.additions().size();
    int declared = known;
    if (strangers != Strangers.NONE && random.nextInt(4) == 0) {
      declared = known + 1 + random.nextInt(random.nextInt(10) == 0 ? 80 : 4);
      unknown.put(declared - 1, octets(1 + random.nextInt(10)));
    }
    boolean any = !unknown.isEmpty() || !components.tailMap(root).isEmpty();
    return new Value.SequenceValue(
        components, unknown, any ? Optional.of(declared) : Optional.empty());
  }

  private Value choice(ChoiceType type, int at) {
    if (type.extensible() && strangers != Strangers.NONE && random.nextInt(20) == 0) {
      return new Value.UnknownChoice(
          type.size() + random.nextInt(random.nextInt(4) == 0 ? 100 : 4),
          octets(1 + random.nextInt(10)));
    }
    int index = nearestEnd(type);
    for (int tries = 0; tries < 20 && !ending(at); tries++) {
      int drawn = random.nextInt(type.size());
      if (!without.contains(type.name() + "." + type.alternative(drawn).name())) {
        index = drawn;
        break;
      }
    }
    return new Value.ChoiceValue(index, value(type.alternative(index).type().get(), at + 1));
  }

  private int nearestEnd(ChoiceType type) {
    int best = 0;
    for (int i = 1; i < type.size(); i++) {
      if (least(type.alternative(i).type().get()) < least(type.alternative(best).type().get())) {
        best = i;
      }
    }
    return best;
  }

  /** Depth of the shallowest value of a type. */
  private int least(Type type) {
    if (!(type instanceof SequenceType || type instanceof ChoiceType || type instanceof ListType)) {
      return 0;
    }
    Integer known = least.get(type);
    if (known != null) {
      return known;
    }
    // While it is being found out a type counts as endless, so that circles do not.
    least.put(type, DEEPEST);
    int found = compute(type);
    if (found < DEEPEST) {
      least.put(type, found);
    } else {
      least.remove(type);
    }
    return found;
  }

  private int compute(Type type) {
    return switch (type) {
      case SequenceType sequence ->
          1
              + sequence.root().stream()
                  .filter(component -> !component.optional())
                  .mapToInt(component -> least(component.type().get()))
                  .max()
                  .orElse(0);
      case ChoiceType choice -> {
        int best = DEEPEST;
        for (int i = 0; i < choice.size(); i++) {
          best = Math.min(best, least(choice.alternative(i).type().get()));
        }
        yield 1 + best;
      }
      case ListType list -> list.size().lower() == 0 ? 1 : 1 + least(list.element().get());
      default -> 0;
    };
  }
}
