package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.wire.Octets;

/** A header read in place says what the decoder makes of the packet. */
class RtpHeaderTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhatTheDecoderReads(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int run = 0; run < 500; run++) {
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      if (octets.length > 0 && random.nextInt(4) != 0) {
        octets[0] = (byte) (0x80 | (octets[0] & 0x3f));
      }
      if (octets.length > 16 && random.nextBoolean()) {
        octets[14] = 0; // a header extension that may fit
        octets[octets.length - 1] &= 0x0f;
      }
      Octets whole = Octets.of(octets.clone());
      Optional<RtpPacket> decoded = RtpPacket.decode(whole).packetIfAny();
      byte[] window = new byte[octets.length + 20];
      int at = random.nextInt(20);
      System.arraycopy(octets, 0, window, at, octets.length);
      boolean begins = RtpHeader.begins(window, at, octets.length);
      int payload = begins ? RtpHeader.payloadLength(window, at, octets.length, octets.length) : -1;
      assertEquals(decoded.isPresent(), payload >= 0, whole::hex);
      if (octets.length >= 4 && (octets[0] & 0xc0) == 0x80) {
        assertEquals(RtpPacket.looksLikeRtcp(whole), RtpHeader.isRtcp(window, at));
      }
      if (decoded.isPresent()) {
        read++;
        RtpPacket packet = decoded.get();
        assertEquals(packet.payload().length(), payload, whole::hex);
        assertEquals(packet.marker(), RtpHeader.marker(window, at));
        assertEquals(packet.payloadType(), RtpHeader.payloadType(window, at));
        assertEquals(packet.sequence().value(), RtpHeader.sequence(window, at));
        assertEquals(packet.timestamp(), RtpHeader.timestamp(window, at));
        assertEquals(packet.ssrc().value(), RtpHeader.ssrc(window, at));
      }
    }
    assertTrue(read > 20, "only " + read);
  }
}
