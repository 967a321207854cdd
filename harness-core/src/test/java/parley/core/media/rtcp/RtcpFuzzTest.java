package parley.core.media.rtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import parley.core.wire.Octets;

/** Runs its seeds in a normal build; junit-platform.properties says how to search for more. */
class RtcpFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void decodingNeverThrowsAndWhatIsReadCanBeEncoded(byte[] datagram) {
    RtcpCompound read = RtcpCompound.decode(Octets.of(datagram));
    RtcpCompound again = RtcpCompound.decode(RtcpCompound.encode(read.packets()));
    if (read.problems().isEmpty()) {
      assertEquals(read.packets(), again.packets());
    }
  }
}
