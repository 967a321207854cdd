package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NearestTest {
  @Test
  void findsWhatWasMeant() {
    List<String> known = List.of("candidate", "peer", "network", "media");
    assertEquals(Optional.of("candidate"), Nearest.to("canidate", known));
    assertEquals(Optional.of("peer"), Nearest.to("pere", known));
    assertEquals(Optional.of("network"), Nearest.to("NETWORK", known));
    assertEquals(Optional.empty(), Nearest.to("weather", known));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDistanceIsAMetricOverRandomWords(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String one = word(random);
      String other = word(random);
      assertEquals(0, Nearest.distance(one, one));
      assertEquals(Nearest.distance(one, other), Nearest.distance(other, one));
      assertEquals(1, Nearest.distance(one, one + "z"));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }
}
