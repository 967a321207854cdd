package parley.h323.ras.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.GenericData;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RequestInProgress;
import parley.h323.per.Type;
import parley.h323.per.Value;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.per.Value.IntegerValue;
import parley.h323.per.Value.ListValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.per.Values;

/**
 * What all RAS messages have in common by name. The records of the schema know nothing of each
 * other, so these parts are found through the schema.
 */
public final class RasParts {
  private static final Type.ChoiceType MESSAGES = (Type.ChoiceType) RasMessage.TYPE;

  private RasParts() {}

  /** The name of the message in the schema, such as {@code registrationRequest}. */
  public static String name(RasMessage message) {
    return name(RasMessage.TYPE, message.toValue());
  }

  /** The name of the alternative chosen, such as {@code calledPartyNotRegistered}. */
  public static String name(Type choice, Value value) {
    return switch (value) {
      case ChoiceValue(int index, Value ignored) when choice instanceof Type.ChoiceType known ->
          known.alternative(index).name();
      case Value.UnknownChoice(int index, var ignored) -> "alternative " + index;
      default -> "no choice";
    };
  }

  /** {@code requestSeqNum}, which an answer repeats; empty in a message of a later version. */
  public static OptionalInt sequence(RasMessage message) {
    return sequence(message.toValue());
  }

  /** {@code requestSeqNum} as far as a message could be read. */
  static OptionalInt sequence(Value message) {
    if (!(message instanceof ChoiceValue(int index, Value chosen))) {
      return OptionalInt.empty();
    }
    Type type = MESSAGES.alternative(index).type().get();
    Value body = chosen;
    if (type instanceof Type.ListType list
        && chosen instanceof ListValue(List<Value> elements)
        && !elements.isEmpty()) {
      type = list.element().get();
      body = elements.getFirst();
    }
    return body instanceof SequenceValue sequence
            && component(type, sequence, "requestSeqNum").orElse(Value.NullValue.NULL)
                instanceof IntegerValue(var number)
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  /** {@code endpointIdentifier}: whom the gatekeeper knows the sender as. */
  public static Optional<String> endpointIdentifier(RasMessage message) {
    return message.toValue() instanceof ChoiceValue(int index, SequenceValue body)
            && component(MESSAGES.alternative(index).type().get(), body, "endpointIdentifier")
                    .orElse(Value.NullValue.NULL)
                instanceof Value.TextValue(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** {@code cryptoTokens}; none where the message has no such component. */
  public static List<CryptoH323Token> cryptoTokens(RasMessage message) {
    return list(message, "cryptoTokens").stream().map(CryptoH323Token::of).toList();
  }

  /** {@code genericData}; none where the message has no such component. */
  public static List<GenericData> genericData(RasMessage message) {
    return list(message, "genericData").stream().map(GenericData::of).toList();
  }

  /** The same message with these tokens; itself where it has no place for any. */
  public static RasMessage withCryptoTokens(RasMessage message, List<CryptoH323Token> tokens) {
    if (!(message.toValue() instanceof ChoiceValue(int index, Value body))
        || !(body instanceof SequenceValue sequence)) {
      return message;
    }
    OptionalInt place = place(MESSAGES.alternative(index).type().get(), "cryptoTokens");
    if (place.isEmpty()) {
      return message;
    }
    SortedMap<Integer, Value> components = new TreeMap<>(sequence.components());
    components.put(place.getAsInt(), Values.of(tokens, CryptoH323Token::toValue));
    return RasMessage.of(
        new ChoiceValue(
            index, new SequenceValue(components, sequence.unknown(), sequence.declared())));
  }

  /** Whether this asks for an answer (H.225.0 table 18), so that silence means repeating it. */
  public static boolean isRequest(RasMessage message) {
    return switch (message) {
      case RasMessage.GatekeeperRequest ignored -> true;
      case RasMessage.RegistrationRequest ignored -> true;
      case RasMessage.UnregistrationRequest ignored -> true;
      case RasMessage.AdmissionRequest ignored -> true;
      case RasMessage.BandwidthRequest ignored -> true;
      case RasMessage.DisengageRequest ignored -> true;
      case RasMessage.LocationRequest ignored -> true;
      case RasMessage.InfoRequest ignored -> true;
      case RasMessage.ResourcesAvailableIndicate ignored -> true;
      case RasMessage.ServiceControlIndication ignored -> true;
      default -> false;
    };
  }

  /** How long the other side asks to wait for its answer, in nanoseconds. */
  public static long delayNanos(RequestInProgress message) {
    return message.delay() * 1_000_000L;
  }

  private static List<Value> list(RasMessage message, String name) {
    return message.toValue() instanceof ChoiceValue(int index, SequenceValue body)
            && component(MESSAGES.alternative(index).type().get(), body, name)
                    .orElse(Value.NullValue.NULL)
                instanceof ListValue(List<Value> elements)
        ? elements
        : List.of();
  }

  private static Optional<Value> component(Type type, SequenceValue value, String name) {
    OptionalInt place = place(type, name);
    return place.isPresent() ? value.component(place.getAsInt()) : Optional.empty();
  }

  private static OptionalInt place(Type type, String name) {
    if (type instanceof Type.SequenceType sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        if (sequence.component(i).name().equals(name)) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }
}
