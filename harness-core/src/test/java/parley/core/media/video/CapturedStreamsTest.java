package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.rtp.RtpDecoded;
import parley.core.media.rtp.RtpPacket;
import parley.core.wire.Octets;

class CapturedStreamsTest {
  /**
   * The RTP packets of a payload type by source port, from a classic capture of Ethernet frames.
   */
  private static Map<Integer, List<RtpInput>> streams(Path capture, int payloadType)
      throws IOException {
    byte[] file = Files.readAllBytes(capture);
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, List<RtpInput>> streams = new TreeMap<>();
    in.position(24);
    for (long number = 1; in.remaining() >= 16; number++) {
      in.position(in.position() + 8);
      int length = in.getInt();
      in.getInt();
      Octets frame = Octets.of(file).slice(in.position(), length);
      in.position(in.position() + length);
      if (length < 42 || frame.u16(12) != 0x0800 || frame.u8(23) != 17) {
        continue;
      }
      int udp = 14 + 4 * (frame.u8(14) & 15);
      Octets payload = frame.slice(udp + 8, frame.u16(udp + 4) - 8);
      if (!RtpPacket.looksLikeRtcp(payload)
          && RtpPacket.decode(payload) instanceof RtpDecoded.Read(RtpPacket rtp)
          && rtp.payloadType() == payloadType) {
        streams
            .computeIfAbsent(frame.u16(udp), port -> new ArrayList<>())
            .add(
                new RtpInput(
                    rtp.sequence().value(), rtp.timestamp(), rtp.marker(), rtp.payload(), number));
      }
    }
    return streams;
  }

  private static PayloadTally check(List<RtpInput> packets) throws CodecUnavailable {
    H264Depacketiser depacketiser = new H264Depacketiser();
    List<AccessUnit> units = new ArrayList<>();
    packets.forEach(packet -> units.addAll(depacketiser.accept(packet)));
    units.addAll(depacketiser.finish());
    PayloadTally tally = depacketiser.tally();
    Set<Long> timestamps = new HashSet<>();
    packets.forEach(packet -> timestamps.add(packet.timestamp()));
    assertEquals(timestamps.size(), units.size());
    assertEquals(0, tally.lost());
    assertEquals(0, tally.violationCount(), () -> tally.violations().toString());
    assertEquals(
        packets.size(), tally.structures().values().stream().mapToLong(Long::longValue).sum());
    int decoded = 0;
    try (VideoDecoder decoder = VideoDecoder.open()) {
      for (AccessUnit unit : units) {
        decoded += decoder.decode(unit.completeNals(), unit.timestamp()).size();
      }
      decoded += decoder.flush().size();
      assertEquals(0, decoder.errors());
    }
    assertEquals(units.size(), decoded);
    return tally;
  }

  /** Packets by structure as tshark's dissector sees them. */
  private static Map<PayloadStructure, Long> dissected(Path capture) throws Exception {
    Assumptions.assumeTrue(
        Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark"))),
        "tshark is not installed");
    Process tshark =
        new ProcessBuilder(
                "tshark",
                "-r",
                capture.toString(),
                "-d",
                "udp.port==45004,rtp",
                "-d",
                "rtp.pt==96,h264",
                "-Y",
                "h264",
                "-T",
                "fields",
                "-e",
                "h264.nal_unit_hdr")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tshark.waitFor());
    return said.lines()
        .map(line -> Integer.parseInt(line.replaceAll(",.*", "")))
        .map(type -> PayloadStructure.of(Octets.of(new byte[] {type.byteValue()})))
        .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h264_720p_zhling", "h264_cif_BA1_FT_C", "h264_multislice_SL"})
  void givesEveryPictureOfStreamsSentByFfmpeg(String name) throws Exception {
    Path capture = SharedStreams.shared("pcap/ffmpeg-rtp/" + name + ".pcap");
    Map<Integer, List<RtpInput>> streams = streams(capture, 96);
    assertEquals(1, streams.size());
    PayloadTally tally = check(streams.values().iterator().next());
    assertEquals(dissected(capture), tally.structures());
  }

  @Test
  void givesEveryPictureOfACallOfBaresip() throws Exception {
    Path capture = SharedStreams.shared("sip/baresip-h264file.pcap");
    Map<Integer, List<RtpInput>> streams = new TreeMap<>();
    for (int type = 96; type < 128; type++) {
      int payloadType = type;
      streams(capture, type)
          .forEach(
              (port, packets) -> {
                boolean video =
                    packets.stream().anyMatch(packet -> packet.payload().length() > 800);
                if (video) {
                  streams.put(port * 1000 + payloadType, packets);
                }
              });
    }
    Assumptions.assumeFalse(streams.isEmpty(), "the capture holds no video");
    for (List<RtpInput> packets : streams.values()) {
      check(packets);
    }
  }
}
