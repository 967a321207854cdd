package parley.h323.capability;

import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.GenericCapability;
import parley.h323.per.ObjectIdentifier;

/** How a generic capability is put together, and called where it has no name of its own. */
final class GenericNames {
  private GenericNames() {}

  static String name(CapabilityIdentifier identifier) {
    return "generic-"
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
