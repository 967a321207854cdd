package parley.sip.sdp;

import java.util.Optional;
import parley.core.media.rtp.StaticPayload;

/** The payload types that have a meaning without a rtpmap. */
final class StaticPayloads {
  private StaticPayloads() {}

  static Optional<RtpMap> of(int payloadType) {
    return StaticPayload.of(payloadType)
        .map(known -> new RtpMap(payloadType, known.codec(), known.clockRate(), known.channels()));
  }
}
