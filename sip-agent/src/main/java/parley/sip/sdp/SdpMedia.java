package parley.sip.sdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaDirection;

/**
 * One media description (RFC 8866 §5.14): its {@code m=} line first, then all that follows it, in
 * order. What is read out of it never fails; what does not have the form is left out of the views
 * and stays in {@link #lines()}.
 */
public record SdpMedia(List<SdpLine> lines) {
  public SdpMedia {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.getFirst().type() != 'm') {
      throw new IllegalArgumentException("a media description starts with its m= line");
    }
  }

  private List<String> fields() {
    return List.of(lines.getFirst().value().trim().split("\\s+"));
  }

  private String field(int index) {
    List<String> fields = fields();
    return index < fields.size() ? fields.get(index) : "";
  }

  /** "audio", "video", "application", …; lower case. */
  public String media() {
    return field(0).toLowerCase(Locale.ROOT);
  }

  /** The port; 0 refuses the medium, -1 is none that can be read. */
  public int port() {
    String port = field(1);
    int slash = port.indexOf('/');
    return Numbers.read(slash < 0 ? port : port.substring(0, slash), 65535);
  }

  /** Transport protocol, such as {@code RTP/AVP}. */
  public String protocol() {
    return field(2);
  }

  public boolean isRtp() {
    return protocol().toUpperCase(Locale.ROOT).contains("RTP/");
  }

  /** Formats as written: payload types for RTP. */
  public List<String> formats() {
    List<String> fields = fields();
    return fields.size() > 3 ? fields.subList(3, fields.size()) : List.of();
  }

  /** Values of all attributes of that name, in order. */
  public List<String> attributes(String name) {
    return lines.stream()
        .filter(line -> line.isAttribute(name))
        .map(SdpLine::attributeValue)
        .toList();
  }

  public Optional<String> attribute(String name) {
    return attributes(name).stream().findFirst();
  }

  public boolean hasAttribute(String name) {
    return lines.stream().anyMatch(line -> line.isAttribute(name));
  }

  /** What a payload type means: its rtpmap, else the static assignment. */
  public Optional<RtpMap> rtpMap(int payloadType) {
    return attributes("rtpmap").stream()
        .flatMap(value -> RtpMap.read(value).stream())
        .filter(map -> map.payloadType() == payloadType)
        .findFirst()
        .or(() -> StaticPayloads.of(payloadType));
  }

  /** Format parameters by lower-case name in order; one without a value has an empty one. */
  public Map<String, String> formatParameters(String format) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String value : attributes("fmtp")) {
      String[] halves = value.trim().split("\\s+", 2);
      if (halves.length == 2 && halves[0].equals(format)) {
        for (String part : halves[1].split(";")) {
          String parameter = part.trim();
          int equals = parameter.indexOf('=');
          if (equals > 0) {
            parameters.put(
                parameter.substring(0, equals).trim().toLowerCase(Locale.ROOT),
                parameter.substring(equals + 1).trim());
          } else if (!parameter.isEmpty()) {
            parameters.put(parameter.toLowerCase(Locale.ROOT), "");
          }
        }
      }
    }
    return parameters;
  }

  /** The direction this line itself states (RFC 8866 §6.7). */
  public Optional<MediaDirection> direction() {
    return directionOf(lines);
  }

  /** Port of {@code a=rtcp} (RFC 3605); -1 where there is none. */
  public int rtcpPort() {
    return attribute("rtcp")
        .map(value -> Numbers.read(value.trim().split("\\s+", 2)[0], 65535))
        .orElse(-1);
  }

  /** Feedback messages of {@code a=rtcp-fb} (RFC 4585 §4.2) for a format and for all of them. */
  public List<String> feedback(String format) {
    List<String> kinds = new ArrayList<>();
    for (String value : attributes("rtcp-fb")) {
      String[] halves = value.trim().split("\\s+", 2);
      if (halves.length == 2 && (halves[0].equals("*") || halves[0].equals(format))) {
        kinds.add(halves[1]);
      }
    }
    return kinds;
  }

  /** {@code a=label} (RFC 4574). */
  public Optional<String> label() {
    return attribute("label");
  }

  /** {@code a=content} (RFC 4796): "slides", "main", …. */
  public List<String> content() {
    return attribute("content")
        .map(value -> List.of(value.trim().split("\\s*,\\s*")))
        .orElse(List.of());
  }

  /** Bandwidth by modifier ("AS", "TIAS") in the modifier's own unit. */
  public Map<String, Integer> bandwidth() {
    return bandwidthOf(lines);
  }

  /** Address of this line's own {@code c=}, as written. */
  public Optional<String> connection() {
    return connectionOf(lines);
  }

  static Optional<MediaDirection> directionOf(List<SdpLine> lines) {
    for (SdpLine line : lines) {
      if (line.type() == 'a') {
        switch (line.value().trim()) {
          case "sendrecv" -> {
            return Optional.of(MediaDirection.SENDRECV);
          }
          case "sendonly" -> {
            return Optional.of(MediaDirection.SENDONLY);
          }
          case "recvonly" -> {
            return Optional.of(MediaDirection.RECVONLY);
          }
          case "inactive" -> {
            return Optional.of(MediaDirection.INACTIVE);
          }
          default -> {}
        }
      }
    }
    return Optional.empty();
  }

  static Map<String, Integer> bandwidthOf(List<SdpLine> lines) {
    Map<String, Integer> bandwidth = new LinkedHashMap<>();
    for (SdpLine line : lines) {
      int colon = line.value().indexOf(':');
      if (line.type() == 'b' && colon > 0) {
        int value = Numbers.read(line.value().substring(colon + 1), Integer.MAX_VALUE);
        if (value >= 0) {
          bandwidth.put(line.value().substring(0, colon), value);
        }
      }
    }
    return bandwidth;
  }

  static Optional<String> connectionOf(List<SdpLine> lines) {
    for (SdpLine line : lines) {
      if (line.type() == 'c') {
        String[] fields = line.value().trim().split("\\s+");
        if (fields.length >= 3) {
          String address = fields[2];
          int slash = address.indexOf('/');
          return Optional.of(slash < 0 ? address : address.substring(0, slash));
        }
      }
    }
    return Optional.empty();
  }
}
