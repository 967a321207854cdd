package parley.core.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

class OutgoingRtpTest {
  @Test
  void buildsTheSameOctetsAsOurOwnEncoder() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] payload = new byte[random.nextInt(1400)];
      random.nextBytes(payload);
      RtpPacket packet =
          new RtpPacket(
              random.nextBoolean(),
              random.nextInt(128),
              new SequenceNumber(random.nextInt(65536)),
              random.nextLong(1L << 32),
              new Ssrc(random.nextLong(1L << 32)),
              Octets.of(payload));
      assertEquals(
          packet.encode(),
          OutgoingRtp.build(
              packet.payloadType(),
              packet.sequence().value(),
              packet.timestamp(),
              packet.ssrc().value(),
              packet.marker(),
              packet.payload()));
    }
  }

  @Test
  void startsNoThreads() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    OutgoingRtp.build(0, 1, 2, 3, true, Octets.EMPTY);
    long more =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> !thread.isDaemon() || thread.getName().contains("itsi"))
            .count();
    assertEquals(0, more);
  }
}
