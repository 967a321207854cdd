package parley.h323.control;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;

/** Media of terminals in tests. */
final class Ours {
  static final Format PCMA = new Format(8, "PCMA", 8_000);
  static final Format PCMU = new Format(0, "PCMU", 8_000);
  static final Format G722 = new Format(9, "G722", 8_000);
  static final Format H261 = new Format(31, "H261", 90_000);

  private Ours() {}

  static Format h264(int payloadType, int mode) {
    return new Format(
        payloadType,
        "H264",
        90_000,
        1,
        Map.of("profile-level-id", "42e01f", "packetization-mode", Integer.toString(mode)));
  }

  static MediaLine line(MediaKind kind, String host, int port, Format... formats) {
    return new MediaLine(
        kind,
        new InetSocketAddress(host, port),
        new InetSocketAddress(host, port + 1),
        MediaDirection.SENDRECV,
        List.of(formats));
  }

  static MediaDescription audio(String host, Format... formats) {
    return new MediaDescription(List.of(line(MediaKind.AUDIO, host, 5_000, formats)));
  }

  static MediaDescription audioAndVideo(String host) {
    return new MediaDescription(
        List.of(
            line(MediaKind.AUDIO, host, 5_000, PCMA, PCMU),
            line(MediaKind.VIDEO, host, 5_002, h264(97, 1), h264(96, 0), H261)));
  }

  static MediaDescription withContent(MediaDescription media, String host) {
    List<MediaLine> lines = new ArrayList<>(media.lines());
    lines.add(line(MediaKind.CONTENT, host, 5_004, h264(98, 0)));
    return new MediaDescription(lines);
  }
}
