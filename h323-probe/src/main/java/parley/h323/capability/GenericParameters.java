package parley.h323.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.h323.h245.GenericParameter;
import parley.h323.h245.ParameterIdentifier;
import parley.h323.h245.ParameterValue;

/**
 * The parameters of a generic capability or message (H.245 clause 6.13 and B.2.2.9), found by their
 * standard number.
 */
public record GenericParameters(List<GenericParameter> list) {
  public static final GenericParameters NONE = new GenericParameters(List.of());

  public GenericParameters {
    list = List.copyOf(list);
  }

  public static GenericParameters of(Optional<List<GenericParameter>> list) {
    return list.map(GenericParameters::new).orElse(NONE);
  }

  /** The value of the first parameter with that number. */
  public Optional<ParameterValue> value(int standard) {
    return list.stream()
        .filter(
            each ->
                each.parameterIdentifier() instanceof ParameterIdentifier.Standard(int number)
                    && number == standard)
        .map(GenericParameter::parameterValue)
        .findFirst();
  }

  /** The value as a number; empty where it is absent or none. */
  public Optional<Long> number(int standard) {
    return value(standard).flatMap(GenericParameters::number);
  }

  private static Optional<Long> number(ParameterValue value) {
    return switch (value) {
      case ParameterValue.BooleanArray(int bits) -> Optional.of((long) bits);
      case ParameterValue.UnsignedMin(int number) -> Optional.of((long) number);
      case ParameterValue.UnsignedMax(int number) -> Optional.of((long) number);
      case ParameterValue.Unsigned32Min(long number) -> Optional.of(number);
      case ParameterValue.Unsigned32Max(long number) -> Optional.of(number);
      case ParameterValue.Logical _ -> Optional.empty();
      case ParameterValue.OctetString _ -> Optional.empty();
      case ParameterValue.GenericParameter _ -> Optional.empty();
      case ParameterValue.UnrecognizedAlternative _ -> Optional.empty();
    };
  }

  /** True where a parameter with that number stands here, whatever its value. */
  public boolean has(int standard) {
    return value(standard).isPresent();
  }

  /** These and one more. */
  public GenericParameters with(int standard, ParameterValue value) {
    List<GenericParameter> more = new ArrayList<>(list);
    more.add(
        GenericParameter.with()
            .parameterIdentifier(new ParameterIdentifier.Standard(standard))
            .parameterValue(value)
            .build());
    return new GenericParameters(more);
  }

  public GenericParameters withNumber(int standard, int value) {
    return with(standard, new ParameterValue.UnsignedMin(value));
  }

  public GenericParameters withBits(int standard, int bits) {
    return with(standard, new ParameterValue.BooleanArray(bits));
  }

  public GenericParameters withFlag(int standard) {
    return with(standard, new ParameterValue.Logical());
  }
}
