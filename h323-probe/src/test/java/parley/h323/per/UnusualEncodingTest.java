package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.schema.Schema;

/** A sender's encoding that can be read but is not the prescribed one is named as such. */
class UnusualEncodingTest {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private static List<String> problems(Type type, String hex) {
    PerResult result = DECODER.decode(type, Octets.ofHex(hex));
    assertTrue(result.whole(), () -> result.problems().toString());
    return result.problems().stream().map(Problem::toString).toList();
  }

  /** What was read, written in the prescribed form. */
  private static String again(Type type, String hex) {
    return PerEncoder.encode(type, DECODER.decode(type, Octets.ofHex(hex)).value()).hex();
  }

  @Test
  void paddingThatIsNotZero() {
    // masterSlaveDetermination: after the length of the number come six bits to the next octet.
    String canonical = "010032802340 2a";
    String padded = "01003286 23402a";
    Type type = MultimediaSystemControlMessage.TYPE;
    assertEquals(List.of(), problems(type, canonical));
    assertEquals(
        List.of("not canonical: padding bits that are not zero (octet 4)"), problems(type, padded));
    assertEquals(canonical.replace(" ", ""), again(type, padded));
  }

  @Test
  void integerWithMoreOctetsThanItNeeds() {
    // The statusDeterminationNumber 42 in three octets where one holds it.
    Type type = MultimediaSystemControlMessage.TYPE;
    assertEquals(
        List.of("not canonical: an INTEGER with more octets than it needs (octet 7)"),
        problems(type, "0100328000002a"));
    assertEquals("010032002a", again(type, "0100328000002a"));
  }

  @Test
  void lengthInLongForm() {
    Type type = new Type.OctetStringType(Size.ANY, Optional.empty());
    assertEquals(
        List.of("not canonical: length 2 in two octets (octet 2)"), problems(type, "8002abcd"));
    assertEquals("02abcd", again(type, "8002abcd"));
  }

  @Test
  void octetsAfterTheEnd() {
    Type type = MultimediaSystemControlMessage.TYPE;
    assertEquals(
        List.of("not canonical: 1 octets after the end of the value (octet 7)"),
        problems(type, "01003280 23402a 00"));
  }

  @Test
  void extensionWithoutAddition() {
    Type type = Schema.type("h225", "CallIdentifier");
    String guid = "00112233445566778899aabbccddeeff";
    assertEquals(List.of(), problems(type, "00" + guid));
    assertEquals(
        List.of("not canonical: said to be extended without an addition (octet 18)"),
        problems(type, "80" + guid + "00"));
    // It comes out as it came in.
    assertEquals("80" + guid + "00", again(type, "80" + guid + "00"));
  }

  @Test
  void extendedIntegerThatIsWithinItsBounds() {
    Type type =
        new Type.IntegerType(Optional.of(BigInteger.ZERO), Optional.of(BigInteger.TEN), true);
    assertEquals(
        List.of("not canonical: an INTEGER within its bounds in the extended form (octet 3)"),
        problems(type, "800105"));
    assertEquals("28", again(type, "800105"));
  }

  @Test
  void moreElementsOrUnitsThanAllowedWhereTheLengthCanSaySo() {
    Type list = new Type.ListType(Type.BooleanType::new, new Size(1, Size.UNBOUNDED));
    assertEquals(1, problems(list, "00").size());
    assertEquals("00", again(list, "00"));
    Type bits = new Type.BitStringType(new Size(9, Size.UNBOUNDED));
    assertEquals(1, problems(bits, "0880").size());
    assertEquals("0880", again(bits, "0880"));
    Type octets = new Type.OctetStringType(new Size(2, Size.UNBOUNDED), Optional.empty());
    assertEquals(1, problems(octets, "0155").size());
    assertEquals("0155", again(octets, "0155"));
  }
}
