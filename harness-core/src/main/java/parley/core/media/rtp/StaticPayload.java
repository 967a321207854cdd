package parley.core.media.rtp;

import java.util.List;
import java.util.Optional;

/**
 * A payload type that has its meaning without signalling (RFC 3551 section 6, tables 4 and 5).
 *
 * @param clockRate Hz
 * @param channels of audio, 1 for video
 */
public record StaticPayload(int payloadType, String codec, int clockRate, int channels) {
  /** In the order of their numbers. */
  public static final List<StaticPayload> ALL =
      List.of(
          new StaticPayload(0, "PCMU", 8000, 1),
          new StaticPayload(3, "GSM", 8000, 1),
          new StaticPayload(4, "G723", 8000, 1),
          new StaticPayload(5, "DVI4", 8000, 1),
          new StaticPayload(6, "DVI4", 16_000, 1),
          new StaticPayload(7, "LPC", 8000, 1),
          new StaticPayload(8, "PCMA", 8000, 1),
          new StaticPayload(9, "G722", 8000, 1),
          new StaticPayload(10, "L16", 44_100, 2),
          new StaticPayload(11, "L16", 44_100, 1),
          new StaticPayload(12, "QCELP", 8000, 1),
          new StaticPayload(13, "CN", 8000, 1),
          new StaticPayload(14, "MPA", 90_000, 1),
          new StaticPayload(15, "G728", 8000, 1),
          new StaticPayload(16, "DVI4", 11_025, 1),
          new StaticPayload(17, "DVI4", 22_050, 1),
          new StaticPayload(18, "G729", 8000, 1),
          new StaticPayload(25, "CelB", 90_000, 1),
          new StaticPayload(26, "JPEG", 90_000, 1),
          new StaticPayload(28, "nv", 90_000, 1),
          new StaticPayload(31, "H261", 90_000, 1),
          new StaticPayload(32, "MPV", 90_000, 1),
          new StaticPayload(33, "MP2T", 90_000, 1),
          new StaticPayload(34, "H263", 90_000, 1));

  public static Optional<StaticPayload> of(int payloadType) {
    return ALL.stream().filter(payload -> payload.payloadType == payloadType).findFirst();
  }
}
