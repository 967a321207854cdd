package parley.core.media.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaKind;
import parley.core.plan.PortRange;

class MediaPlaneTest {
  private static final List<MediaKind> BOTH = List.of(MediaKind.AUDIO, MediaKind.VIDEO);
  private static final PacketTap NOBODY = (heading, ours, theirs, payload) -> {};

  @Test
  void givesEachLineAnEvenPortAndTheNext() throws Exception {
    try (MediaPlane plane =
            new MediaPlane(
                InetAddress.getLoopbackAddress(), new PortRange(40_001, 40_999), NOBODY);
        CallMedia media = plane.open(BOTH)) {
      for (MediaKind kind : BOTH) {
        assertEquals(0, media.address(kind).getPort() % 2);
        assertEquals(media.address(kind).getPort() + 1, media.rtcpAddress(kind).getPort());
      }
      assertEquals(0, media.received(MediaKind.AUDIO).packets());
      assertTrue(!media.awaitMedia(MediaKind.AUDIO, 1, Duration.ofMillis(20)));
      assertTrue(!media.requestIntra(MediaKind.VIDEO));
      assertThrows(IllegalArgumentException.class, () -> media.address(MediaKind.CONTENT));
    }
  }

  @Test
  void saysThatNoPortsAreFreeAndFreesThemWithTheCall() throws Exception {
    PortRange two = new PortRange(47_990, 47_993);
    try (MediaPlane plane = new MediaPlane(InetAddress.getLoopbackAddress(), two, NOBODY)) {
      CallMedia first = plane.open(BOTH);
      IOException full =
          assertThrows(IOException.class, () -> plane.open(List.of(MediaKind.AUDIO)));
      assertTrue(String.valueOf(full.getMessage()).contains("47990-47993"));
      first.close();
      first.close();
      plane.open(BOTH).close();
    }
  }

  @Test
  void saysThatAnAddressIsNotOurs() throws Exception {
    InetAddress foreign = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    try (MediaPlane plane = new MediaPlane(foreign, PortRange.STANDARD, NOBODY)) {
      IOException failure = assertThrows(IOException.class, () -> plane.open(BOTH));
      assertTrue(String.valueOf(failure.getMessage()).contains("192.0.2.1"));
    }
  }
}
