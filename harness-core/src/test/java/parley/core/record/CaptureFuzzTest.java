package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Runs its seeds in a normal build; junit-platform.properties says how to search for more. */
class CaptureFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void readingNeverThrowsAndNumbersWithoutGaps(byte[] file) throws IOException {
    List<Packet> packets = CaptureReader.readAll(new ByteArrayInputStream(file));
    for (int i = 0; i < packets.size(); i++) {
      assertEquals(i + 1, packets.get(i).number());
    }
  }
}
