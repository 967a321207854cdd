package parley.h323.ras;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.PartyNumber;

/** Names of endpoints as people write them. */
public final class Aliases {
  private Aliases() {}

  /**
   * The alias a text stands for: digits, {@code *}, {@code #} and comma alone are {@code
   * dialedDigits}; what begins with {@code h323:} or {@code sip:} is a {@code url-ID}; anything
   * else is an {@code h323-ID}.
   */
  public static AliasAddress of(String text) {
    if (text.isEmpty() || text.length() > 256) {
      throw new IllegalArgumentException("an alias has 1 to 256 characters");
    }
    if (text.length() <= 128 && text.chars().allMatch(each -> "0123456789#*,".indexOf(each) >= 0)) {
      return new AliasAddress.DialedDigits(text);
    }
    return text.startsWith("h323:") || text.startsWith("sip:")
        ? new AliasAddress.UrlID(text)
        : new AliasAddress.H323ID(text);
  }

  /** The alias as people write it. */
  public static String text(AliasAddress alias) {
    return switch (alias) {
      case AliasAddress.DialedDigits(String digits) -> digits;
      case AliasAddress.H323ID(String name) -> name;
      case AliasAddress.UrlID(String url) -> url;
      case AliasAddress.TransportID(var address) ->
          NetworkAddresses.of(address).map(NetworkAddresses::text).orElse("an address not of IP");
      case AliasAddress.EmailID(String mail) -> mail;
      case AliasAddress.PartyNumber(PartyNumber number) -> text(number);
      case AliasAddress.MobileUIM ignored -> "a mobile identity";
      case AliasAddress.IsupNumber ignored -> "an ISUP number";
      case AliasAddress.UnrecognizedAlternative(int index, var octets) ->
          "alias of kind " + index + " " + octets.hex();
    };
  }

  private static String text(PartyNumber number) {
    return switch (number) {
      case PartyNumber.E164Number(var e164) -> e164.publicNumberDigits();
      case PartyNumber.DataPartyNumber(String digits) -> digits;
      case PartyNumber.TelexPartyNumber(String digits) -> digits;
      case PartyNumber.PrivateNumber(var inner) -> inner.privateNumberDigits();
      case PartyNumber.NationalStandardPartyNumber(String digits) -> digits;
      case PartyNumber.UnrecognizedAlternative(int index, var octets) ->
          "number of kind " + index + " " + octets.hex();
    };
  }

  /** Several of them, by commas. */
  public static String text(Iterable<AliasAddress> aliases) {
    return java.util.stream.StreamSupport.stream(aliases.spliterator(), false)
        .map(Aliases::text)
        .collect(Collectors.joining(", "));
  }

  /** The address a transport alias holds. */
  public static Optional<InetSocketAddress> address(AliasAddress alias) {
    return alias instanceof AliasAddress.TransportID(var address)
        ? NetworkAddresses.of(address)
        : Optional.empty();
  }
}
