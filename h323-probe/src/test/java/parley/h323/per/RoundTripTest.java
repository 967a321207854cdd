package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.per.RandomValues.Strangers;

/** Values of every type of every module, generated from seeds, come back as they were. */
class RoundTripTest {
  private static final int VALUES_OF_EACH = 20;
  private static final int DEPTH = 8;
  private static final int SIZE = 400;

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  @Test
  void whatIsWrittenIsReadAgainWithoutProblem() {
    int values = 0;
    for (EveryType.Named each : EveryType.all()) {
      for (int seed = 0; seed < VALUES_OF_EACH; seed++) {
        Value value = new RandomValues(seed, Strangers.LATER_VERSIONS, DEPTH, SIZE).of(each.type());
        String what = each.module() + " " + each.name() + " seed " + seed;
        Octets octets = PerEncoder.encode(each.type(), value);
        PerResult result = DECODER.decode(each.type(), octets);
        assertEquals("[]", result.problems().toString(), what);
        assertTrue(result.whole(), what);
        assertEquals(value, result.value(), what);
        assertEquals(octets, PerEncoder.encode(each.type(), result.value()), what);
        values++;
      }
    }
    assertTrue(values > 10_000, values + " values");
  }

  @Test
  void recordsHoldAllOfAValue() {
    int values = 0;
    for (EveryType.Named each : EveryType.all()) {
      for (int seed = 0; seed < VALUES_OF_EACH; seed++) {
        Value value = new RandomValues(seed, Strangers.LATER_VERSIONS, DEPTH, SIZE).of(each.type());
        String what = each.module() + " " + each.name() + " seed " + seed;
        Optional<Value> again = each.throughRecord(value);
        if (again.isPresent()) {
          assertEquals(value, again.get(), what);
          values++;
        }
      }
    }
    assertTrue(values > 9_000, values + " values");
  }
}
