package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h225.H323UserInformation;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.per.RandomValues.Strangers;

/** Flipped bits, cut ends and strange octets: what can be read is read, within the limits. */
class DamagedEncodingTest {
  private static final PerLimits LIMITS = PerLimits.USUAL;
  private static final PerDecoder DECODER = new PerDecoder(LIMITS);
  private static final int MESSAGES = 150;
  private static final int DAMAGES = 60;

  private static final Type[] TYPES = {
    RasMessage.TYPE, H323UserInformation.TYPE, MultimediaSystemControlMessage.TYPE
  };

  @Test
  void neverThrowsAndWhatIsWholeCanBeWrittenAgain() {
    int whole = 0;
    int malformed = 0;
    for (int seed = 0; seed < MESSAGES; seed++) {
      Random random = new Random(seed);
      Type type = TYPES[seed % TYPES.length];
      Value value = new RandomValues(seed, Strangers.LATER_VERSIONS, 10, 300).of(type);
      byte[] octets = PerEncoder.encode(type, value).toArray();
      for (int i = 0; i < DAMAGES; i++) {
        Octets damaged = Octets.of(damage(octets, random));
        if (decode(type, damaged).whole()) {
          whole++;
        } else {
          malformed++;
        }
      }
    }
    assertTrue(whole > 1_000 && malformed > 1_000, whole + " whole, " + malformed + " malformed");
  }

  private static PerResult decode(Type type, Octets octets) {
    PerResult result =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> DECODER.decode(type, octets), octets::hex);
    assertTrue(values(result.value()) <= LIMITS.values(), octets::hex);
    assertTrue(depth(result.value()) <= LIMITS.depth() + 1, octets::hex);
    if (result.whole()) {
      Octets again = PerEncoder.encode(type, result.value());
      PerResult canonical = DECODER.decode(type, again);
      assertEquals(result.value(), canonical.value(), octets::hex);
      if (result.problems().isEmpty()) {
        assertEquals(octets.hex(), again.hex());
      }
    } else {
      assertTrue(!result.malformed().isEmpty(), octets::hex);
    }
    return result;
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] octets = whole.clone();
    int at = random.nextInt(octets.length);
    switch (random.nextInt(5)) {
      case 0 -> octets = Arrays.copyOf(octets, at);
      case 1 -> octets[at] = (byte) random.nextInt(256);
      case 2 -> {
        octets = Arrays.copyOf(octets, octets.length + 1 + random.nextInt(3));
        System.arraycopy(whole, at, octets, octets.length - whole.length + at, whole.length - at);
      }
      default -> {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return octets;
  }

  private static int values(Value value) {
    return switch (value) {
      case Value.ListValue list ->
          1 + list.elements().stream().mapToInt(DamagedEncodingTest::values).sum();
      case Value.SequenceValue sequence ->
          1 + sequence.components().values().stream().mapToInt(DamagedEncodingTest::values).sum();
      case Value.ChoiceValue choice -> 1 + values(choice.value());
      default -> 1;
    };
  }

  private static int depth(Value value) {
    return switch (value) {
      case Value.ListValue list ->
          1 + list.elements().stream().mapToInt(DamagedEncodingTest::depth).max().orElse(0);
      case Value.SequenceValue sequence ->
          1
              + sequence.components().values().stream()
                  .mapToInt(DamagedEncodingTest::depth)
                  .max()
                  .orElse(0);
      case Value.ChoiceValue choice -> 1 + depth(choice.value());
      default -> 1;
    };
  }
}
