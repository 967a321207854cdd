package parley.core.media.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;
import parley.core.media.video.PayloadStructure;

/** Each fault does what it says and nothing else. */
class BrokenMediaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @BeforeAll
  static void loadCodecs() throws CodecUnavailable {
    MediaPlane.warmUp();
  }

  private static Loopback call(MediaBehaviour.Builder faults) throws Exception {
    Loopback call = new Loopback(faults.build(), AudioCodec.PCMU, Loopback.H264);
    call.agree(MediaDirection.SENDRECV);
    assertTrue(call.ours.awaitMedia(MediaKind.AUDIO, 40, PATIENCE));
    assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 20, PATIENCE));
    return call;
  }

  @Test
  void goesOnSendingWhenHeld() throws Exception {
    try (Loopback call = call(MediaBehaviour.builder().keepSendingWhenHeld())) {
      call.agree(MediaDirection.SENDONLY);
      assertTrue(call.ours.awaitMedia(MediaKind.AUDIO, 20, PATIENCE));
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 20, PATIENCE));
    }
  }

  @Test
  void reportsWrongCounts() throws Exception {
    try (Loopback call = call(MediaBehaviour.builder().wrongRtcpCounts())) {
      List<RtcpPacket> packets = call.receivedRtcp(call.ours.rtcpAddress(MediaKind.AUDIO));
      assertTrue(
          packets.stream()
              .filter(SenderReport.class::isInstance)
              .allMatch(report -> ((SenderReport) report).packetCount() > 1000));
      assertTrue(packets.stream().anyMatch(SenderReport.class::isInstance));
    }
  }

  @Test
  void keepsSilentOnRtcp() throws Exception {
    try (Loopback call = call(MediaBehaviour.builder().noRtcp())) {
      assertEquals(List.of(), call.receivedRtcp(call.ours.rtcpAddress(MediaKind.AUDIO)));
      assertEquals(List.of(), call.receivedRtcp(call.ours.rtcpAddress(MediaKind.VIDEO)));
      assertTrue(call.theirs.reportsReceived(MediaKind.AUDIO) > 0);
    }
  }

  @Test
  void usesOtherPayloadTypesAndSources() throws Exception {
    MediaBehaviour.Builder faults =
        MediaBehaviour.builder()
            .payloadTypes(Map.of(MediaKind.AUDIO, 77))
            .ssrcs(Map.of(MediaKind.AUDIO, 0xfeedL, MediaKind.VIDEO, 0xbeefL));
    try (Loopback call = call(faults)) {
      for (RtpPacket packet : call.received(call.ours.address(MediaKind.AUDIO))) {
        assertEquals(77, packet.payloadType());
        assertEquals(new Ssrc(0xfeed), packet.ssrc());
      }
      for (RtpPacket packet : call.received(call.ours.address(MediaKind.VIDEO))) {
        assertEquals(97, packet.payloadType());
        assertEquals(new Ssrc(0xbeef), packet.ssrc());
      }
    }
  }

  @Test
  void sendsInAModeThatWasNotAgreed() throws Exception {
    try (Loopback call = call(MediaBehaviour.builder().packetizationMode(0))) {
      assertTrue(
          call.received(call.ours.address(MediaKind.VIDEO)).stream()
              .allMatch(p -> PayloadStructure.of(p.payload()) == PayloadStructure.SINGLE));
    }
  }
}
