package parley.h323.capability;

import java.util.Locale;
import java.util.Optional;
import parley.h323.h245.NonStandardIdentifier;

/**
 * Who defined something outside of the standards (T.35, H.221 Annex A).
 *
 * @param country T.35 country code; 181 is the United States
 * @param extension second octet of the country code
 * @param code the manufacturer's code within the country
 */
public record Manufacturer(int country, int extension, int code) {
  public Manufacturer {
    if (country < 0 || country > 255 || extension < 0 || extension > 255) {
      throw new IllegalArgumentException("a country code is one octet");
    }
    if (code < 0 || code > 65_535) {
      throw new IllegalArgumentException("a manufacturer code is two octets");
    }
  }

  /** Empty where the definer is named by an object identifier. */
  public static Optional<Manufacturer> of(NonStandardIdentifier identifier) {
    return identifier
            instanceof NonStandardIdentifier.H221NonStandard(int country, int extension, int code)
        ? Optional.of(new Manufacturer(country, extension, code))
        : Optional.empty();
  }

  public NonStandardIdentifier identifier() {
    return new NonStandardIdentifier.H221NonStandard(country, extension, code);
  }

  /**
   * The name behind the code where a public list gives one: the manufacturer codes of the United
   * States that the Consumer Technology Association publishes, and two that open-source stacks use.
   */
  public Optional<String> name() {
    if (country == 9 && code == 61) {
      return Optional.of("Equivalence (OpenH323)");
    }
    if (country != 181) {
      return Optional.empty();
    }
    return switch (code) {
      case 0x0001 -> Optional.of("PictureTel (Polycom)");
      case 0x0012 -> Optional.of("Cisco");
      case 0x0015 -> Optional.of("RADVision");
      case 0x2331 -> Optional.of("ViaVideo (Polycom)");
      case 0x5050 -> Optional.of("Polycom");
      case 0x534C -> Optional.of("Microsoft");
      case 0x8888 -> Optional.of("Sony");
      case 0xA11A -> Optional.of("LifeSize");
      default -> Optional.empty();
    };
  }

  /** True where the code is one of those Polycom is listed with. */
  public boolean isPolycom() {
    return country == 181 && (code == 0x0001 || code == 0x2331 || code == 0x5050);
  }

  /** Country and code in hexadecimal, such as {@code B5-5050}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02X-%04X", country, code);
  }
}
