package parley.core.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.ProtectionPolicy;
import parley.core.media.live.CallMedia;
import parley.core.plan.Plan;
import parley.profiles.Codec;
import parley.profiles.CodecRegister;

/**
 * What the harness is about to offer.
 *
 * @param audio formats in order of preference; none leaves the line out
 * @param video formats in order of preference; none leaves the line out
 * @param content formats of what may be shown beside the people; none leaves the line out
 * @param protection whether media is to be protected
 */
public record Offer(
    List<Format> audio, List<Format> video, List<Format> content, ProtectionPolicy protection) {
  /** Constrained Baseline, level 3.1: what every room system since 2006 decodes. */
  public static final String BASELINE_3_1 = "42e01f";

  private static final int FIRST_DYNAMIC = 96;

  public Offer {
    audio = List.copyOf(audio);
    video = List.copyOf(video);
    content = List.copyOf(content);
  }

  /** The codecs of the plan, H.264 in both packetisation modes, mode 1 first. */
  public static Offer standard(Plan plan) {
    int next = FIRST_DYNAMIC;
    List<Format> audio = new ArrayList<>();
    for (String name : plan.media().audio()) {
      Format format = format(name, next);
      next = Math.max(next, format.payloadType() + 1);
      audio.add(format);
    }
    List<Format> video = new ArrayList<>();
    for (String name : plan.media().video()) {
      Format format = format(name, next);
      if (format.is("H264")) {
        video.add(h264(next++, 1, BASELINE_3_1));
        video.add(h264(next++, 0, BASELINE_3_1));
      } else {
        video.add(format);
        next = Math.max(next, format.payloadType() + 1);
      }
    }
    return new Offer(audio, video, List.of(), plan.media().protection());
  }

  /** H.264 as SDP and H.241 describe it. */
  public static Format h264(int payloadType, int packetizationMode, String profileLevelId) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("profile-level-id", profileLevelId);
    parameters.put("packetization-mode", Integer.toString(packetizationMode));
    return new Format(payloadType, "H264", 90_000, 1, parameters);
  }

  /** A codec of the register; static payload types where RFC 3551 §6 gives one. */
  public static Format format(String name, int dynamicPayloadType) {
    Optional<Codec> known = CodecRegister.standard().byAnyName(name);
    String encoding = known.map(Codec::sdpName).orElse(name);
    int clock = known.flatMap(codec -> codec.clock().value()).orElse(8000);
    int channels = encoding.equalsIgnoreCase("opus") ? 2 : 1;
    int payloadType =
        switch (encoding.toUpperCase(java.util.Locale.ROOT)) {
          case "PCMU" -> 0;
          case "PCMA" -> 8;
          case "G722" -> 9;
          case "G728" -> 15;
          case "G729" -> 18;
          default -> dynamicPayloadType;
        };
    return new Format(payloadType, encoding, clock, channels, Map.of());
  }

  public Offer withAudio(List<Format> other) {
    return new Offer(other, video, content, protection);
  }

  public Offer withVideo(List<Format> other) {
    return new Offer(audio, other, content, protection);
  }

  public Offer withProtection(ProtectionPolicy other) {
    return new Offer(audio, video, content, other);
  }

  /** The same with a line for content, H.264 as on the video line. */
  public Offer withContent() {
    int next =
        Stream.concat(audio.stream(), video.stream())
                .mapToInt(Format::payloadType)
                .filter(type -> type >= FIRST_DYNAMIC)
                .max()
                .orElse(FIRST_DYNAMIC - 1)
            + 1;
    return new Offer(
        audio,
        video,
        List.of(h264(next, 1, BASELINE_3_1), h264(next + 1, 0, BASELINE_3_1)),
        protection);
  }

  /** The lines that sockets are wanted for. */
  public List<MediaKind> kinds() {
    return content.isEmpty()
        ? List.of(MediaKind.AUDIO, MediaKind.VIDEO)
        : List.of(MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.CONTENT);
  }

  /** The offer on the sockets of a call: sendrecv, a line without formats is left out. */
  public MediaDescription describe(CallMedia sockets) {
    List<MediaLine> lines = new ArrayList<>();
    if (!audio.isEmpty()) {
      lines.add(sockets.describe(MediaKind.AUDIO, MediaDirection.SENDRECV, audio));
    }
    if (!video.isEmpty()) {
      lines.add(sockets.describe(MediaKind.VIDEO, MediaDirection.SENDRECV, video));
    }
    if (!content.isEmpty()) {
      lines.add(sockets.describe(MediaKind.CONTENT, MediaDirection.SENDRECV, content));
    }
    return new MediaDescription(lines, protection);
  }
}
