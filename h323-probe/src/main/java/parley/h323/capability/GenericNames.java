package parley.h323.capability;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.core.call.Format;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.GenericCapability;
import parley.h323.per.ObjectIdentifier;

/** How a generic capability is put together, and called where it has no name of its own. */
final class GenericNames {
  /** How the name of a generic capability begins that nobody has another name for. */
  static final String PREFIX = "generic-";

  private static final Pattern OBJECT =
      Pattern.compile("(0|1)(\\.[1-3]?\\d)(\\.\\d{1,40}){1,32}|2(\\.\\d{1,40}){2,32}");

  private GenericNames() {}

  static String name(CapabilityIdentifier identifier) {
    return PREFIX
        + switch (identifier) {
          case CapabilityIdentifier.Standard(var object) -> object.toString();
          case CapabilityIdentifier.H221NonStandard(var parameter) ->
              Manufacturer.of(parameter.nonStandardIdentifier())
                  .map(Manufacturer::toString)
                  .orElse("nonstandard");
          case CapabilityIdentifier.Uuid(var octets) -> octets.hex();
          case CapabilityIdentifier.DomainBased(String domain) -> domain;
          case CapabilityIdentifier.UnrecognizedAlternative(int index, var _) ->
              "unrecognized-" + index;
        };
  }

  /**
   * The capability behind such a name, so that what nobody knows can also be offered; empty where
   * the name is none of an object identifier.
   */
  static Optional<GenericCapability> capability(Format format) {
    if (!format.codec().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String object = format.codec().substring(PREFIX.length());
    return OBJECT.matcher(object).matches()
        ? Optional.of(
            capability(
                ObjectIdentifier.of(object), 0, GenericParameters.NONE, GenericParameters.NONE))
        : Optional.empty();
  }

  static GenericCapability capability(
      ObjectIdentifier identifier,
      long maxBitRate,
      GenericParameters collapsing,
      GenericParameters nonCollapsing) {
    GenericCapability.Builder builder =
        GenericCapability.with()
            .capabilityIdentifier(new CapabilityIdentifier.Standard(identifier));
    if (maxBitRate > 0) {
      builder.maxBitRate(maxBitRate);
    }
    if (!collapsing.list().isEmpty()) {
      builder.collapsing(collapsing.list());
    }
    if (!nonCollapsing.list().isEmpty()) {
      builder.nonCollapsing(nonCollapsing.list());
    }
    return builder.build();
  }
}
