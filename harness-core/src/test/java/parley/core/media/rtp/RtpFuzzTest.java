package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import parley.core.wire.Octets;

/** Runs its seeds in a normal build; junit-platform.properties says how to search for more. */
class RtpFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void decodingNeverThrowsAndEncodingGivesBack(byte[] datagram) {
    Octets octets = Octets.of(datagram);
    RtpDecoded decoded = RtpPacket.decode(octets);
    if (decoded instanceof RtpDecoded.Read(RtpPacket packet)) {
      assertEquals(octets, packet.encode());
    }
    ReceptionStatistics statistics = new ReceptionStatistics(new Ssrc(1), PayloadClocks.STATIC);
    decoded.packetIfAny().ifPresent(packet -> statistics.accept(datagram.length, packet));
  }
}
