package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.per.Type.Component;
import parley.h323.schema.Schema;

/** What is over a limit is malformed, and what came before it is kept. */
class LimitsTest {
  private static final Type NOTHINGS = new Type.ListType(Type.NullType::new, Size.ANY);

  @Test
  void messagesLongerThanTheLimitAreNotRead() {
    PerResult result =
        new PerDecoder(new PerLimits(3, 8, 8)).decode(NOTHINGS, Octets.of(new byte[4]));
    assertFalse(result.whole());
    assertEquals(new Value.Unread(Octets.of(new byte[4])), result.value());
  }

  @Test
  void elementsWithoutBitsCannotFillTheMemory() {
    // Two octets announce 16,000 elements that take none.
    PerResult result =
        new PerDecoder(new PerLimits(100, 8, 50)).decode(NOTHINGS, Octets.ofHex("be80"));
    assertFalse(result.whole());
    assertTrue(
        result.value() instanceof Value.ListValue(List<Value> elements) && elements.size() == 50);
    assertEquals("more than 50 values (octet 2)", result.problems().getLast().toString());
  }

  @Test
  void typesInCirclesEndAtTheDepth() {
    Type.SequenceType[] circle = new Type.SequenceType[1];
    circle[0] =
        new Type.SequenceType(
            "Circle", List.of(new Component("again", () -> circle[0], true)), false, List.of());
    PerResult result =
        new PerDecoder(new PerLimits(100, 10, 1_000)).decode(circle[0], Octets.ofHex("ffffffffff"));
    assertFalse(result.whole());
    assertTrue(
        result.problems().getLast().toString().startsWith("nested deeper than 10"),
        result.problems()::toString);
  }

  @Test
  void whatCameBeforeTheFaultIsKept() {
    Type type = Schema.type("h225", "VendorIdentifier");
    // A country, an extension, half of the manufacturer's code.
    PerResult result = new PerDecoder(PerLimits.USUAL).decode(type, Octets.ofHex("00b50000"));
    assertFalse(result.whole());
    Value.SequenceValue vendor = (Value.SequenceValue) result.value();
    Value.SequenceValue code = (Value.SequenceValue) vendor.component(0).orElseThrow();
    assertEquals(Optional.of(Value.IntegerValue.of(0xb5)), code.component(0));
    assertTrue(code.component(2).orElseThrow() instanceof Value.Unread);
    assertEquals(Optional.empty(), vendor.component(1));
  }
}
