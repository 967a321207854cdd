package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

/** Lengths from 16,384 on come in fragments (X.691 clause 11.9.3.8). */
class FragmentationTest {
  private static final PerDecoder DECODER = new PerDecoder(new PerLimits(1 << 20, 8, 300_000));
  private static final Type OCTETS = new Type.OctetStringType(Size.ANY, Optional.empty());
  private static final Type LIST = new Type.ListType(Type.BooleanType::new, Size.ANY);

  @ParameterizedTest
  @ValueSource(ints = {127, 128, 16_383, 16_384, 16_385, 65_535, 65_536, 81_920, 200_001})
  void octetsComeBack(int count) {
    byte[] content = new byte[count];
    for (int i = 0; i < count; i++) {
      content[i] = (byte) (i * 7);
    }
    Value value = new Value.OctetsValue(Octets.of(content));
    PerResult result = DECODER.decode(OCTETS, PerEncoder.encode(OCTETS, value));
    assertEquals(List.of(), result.problems());
    assertEquals(value, result.value());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16_383, 16_384, 70_000, 163_840})
  void elementsComeBack(int count) {
    Value value = new Value.ListValue(Collections.nCopies(count, new Value.BooleanValue(true)));
    PerResult result = DECODER.decode(LIST, PerEncoder.encode(LIST, value));
    assertEquals(List.of(), result.problems());
    assertEquals(value, result.value());
  }

  @Test
  void firstOctetsAreThoseOfTheRules() {
    // 144 K in two fragments of 64 K, one of 16 K, and one octet (X.691 figure 4 and note).
    Octets encoded =
        PerEncoder.encode(
            OCTETS, new Value.OctetsValue(Octets.of(new byte[65_536 * 2 + 16_384 + 1])));
    assertEquals(0xc4, encoded.u8(0));
    assertEquals(0xc4, encoded.u8(1 + 65_536));
    assertEquals(0xc1, encoded.u8(2 + 2 * 65_536));
    assertEquals(1, encoded.u8(3 + 2 * 65_536 + 16_384));
    assertEquals(3 + 2 * 65_536 + 16_384 + 2, encoded.length());
  }

  @Test
  void fragmentsThatNeverEndAreMalformed() {
    byte[] octets = new byte[1 + 16_384];
    octets[0] = (byte) 0xc1;
    assertFalse(DECODER.decode(OCTETS, Octets.of(octets)).whole());
    assertFalse(DECODER.decode(OCTETS, Octets.ofHex("c5")).whole());
  }
}
