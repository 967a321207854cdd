package parley.sip.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;

/** Between a session description and core's words, which know no SDP. */
public final class NeutralMedia {
  /** Name given to a payload type that nothing explains. */
  public static final String UNNAMED = "unnamed";

  private NeutralMedia() {}

  /** All media lines in order, refused ones too. */
  public static MediaDescription of(SessionDescription description) {
    return new MediaDescription(
        description.media().stream().map(media -> line(description, media)).toList());
  }

  public static MediaKind kind(SdpMedia media) {
    return switch (media.media()) {
      case "audio" -> MediaKind.AUDIO;
      case "video" ->
          media.content().stream().anyMatch("slides"::equalsIgnoreCase)
              ? MediaKind.CONTENT
              : MediaKind.VIDEO;
      default -> MediaKind.OTHER;
    };
  }

  private static MediaLine line(SessionDescription description, SdpMedia media) {
    String host = description.connection(media).orElse("0.0.0.0");
    int port = Math.max(0, media.port());
    int rtcpPort = port == 0 ? 0 : media.rtcpPort();
    if (rtcpPort < 0) {
      boolean shared = media.hasAttribute("rtcp-mux");
      rtcpPort = shared ? port : Math.min(65535, port + 1);
    }
    MediaDirection direction = description.direction(media);
    if (host.equals("0.0.0.0") && port != 0) {
      // The old way to hold (RFC 3264 §8.4): nothing may be sent there.
      direction = MediaDirection.of(direction.sends(), false);
    }
    return new MediaLine(
        kind(media), address(host, port), address(host, rtcpPort), direction, formats(media));
  }

  private static List<Format> formats(SdpMedia media) {
    List<Format> formats = new ArrayList<>();
    if (media.isRtp()) {
      for (String name : media.formats()) {
        int payloadType = Numbers.read(name, 127);
        if (payloadType >= 0) {
          RtpMap map = media.rtpMap(payloadType).orElse(new RtpMap(payloadType, UNNAMED, 0, 1));
          formats.add(
              new Format(
                  payloadType,
                  map.codec(),
                  map.clockRate(),
                  map.channels(),
                  media.formatParameters(name)));
        }
      }
    }
    return formats;
  }

  /** A literal address becomes one without asking anybody; a name stays unresolved. */
  private static InetSocketAddress address(String host, int port) {
    try {
      return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    } catch (IllegalArgumentException notLiteral) {
      return InetSocketAddress.createUnresolved(host.isEmpty() ? "unknown" : host, port);
    }
  }

  /** A session description that says the same; lines of kind OTHER are written as refused. */
  public static SessionDescription toSdp(MediaDescription media, SdpOrigin origin) {
    List<SdpLine> lines = new ArrayList<>(sessionLines(origin));
    for (MediaLine line : media.lines()) {
      lines.addAll(mediaLines(line, "RTP/AVP", origin.address()).lines());
    }
    return new SessionDescription(lines);
  }

  static List<SdpLine> sessionLines(SdpOrigin origin) {
    return List.of(
        new SdpLine('v', "0"),
        origin.line(),
        new SdpLine('s', "-"),
        new SdpLine('c', "IN " + SdpOrigin.family(origin.address()) + " " + origin.address()),
        new SdpLine('t', "0 0"));
  }

  static SdpMedia mediaLines(MediaLine line, String protocol, String sessionAddress) {
    String media =
        switch (line.kind()) {
          case AUDIO -> "audio";
          case VIDEO, CONTENT -> "video";
          case OTHER -> "application";
        };
    List<SdpLine> lines = new ArrayList<>();
    String formats =
        line.formats().isEmpty()
            ? "0"
            : line.formats().stream()
                .map(format -> Integer.toString(format.payloadType()))
                .collect(Collectors.joining(" "));
    int port = line.kind() == MediaKind.OTHER ? 0 : line.rtp().getPort();
    lines.add(new SdpLine('m', media + " " + port + " " + protocol + " " + formats));
    if (port == 0) {
      return new SdpMedia(lines);
    }
    String address =
        Optional.ofNullable(line.rtp().getAddress())
            .map(InetAddress::getHostAddress)
            .orElseGet(line.rtp()::getHostString);
    if (!address.equals(sessionAddress)) {
      lines.add(new SdpLine('c', "IN " + SdpOrigin.family(address) + " " + address));
    }
    for (Format format : line.formats()) {
      if (!format.codec().equals(UNNAMED)) {
        lines.add(
            SdpLine.attribute(
                "rtpmap",
                new RtpMap(
                        format.payloadType(), format.codec(), format.clockRate(), format.channels())
                    .write()));
      }
      if (!format.parameters().isEmpty()) {
        lines.add(
            SdpLine.attribute(
                "fmtp",
                format.payloadType()
                    + " "
                    + format.parameters().entrySet().stream()
                        .map(
                            entry ->
                                entry.getValue().isEmpty()
                                    ? entry.getKey()
                                    : entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(";"))));
      }
    }
    if (line.rtcp().getPort() == port) {
      lines.add(SdpLine.attribute("rtcp-mux"));
    } else if (line.rtcp().getPort() != port + 1) {
      lines.add(SdpLine.attribute("rtcp", Integer.toString(line.rtcp().getPort())));
    }
    if (line.kind() != MediaKind.AUDIO) {
      lines.add(SdpLine.attribute("rtcp-fb", "* nack pli"));
      lines.add(SdpLine.attribute("rtcp-fb", "* ccm fir"));
    }
    if (line.kind() == MediaKind.CONTENT) {
      lines.add(SdpLine.attribute("content", "slides"));
    }
    lines.add(SdpLine.attribute(line.direction().name().toLowerCase(java.util.Locale.ROOT)));
    return new SdpMedia(lines);
  }
}
