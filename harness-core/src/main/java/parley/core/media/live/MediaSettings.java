package parley.core.media.live;

import java.time.Duration;
import parley.core.media.codec.VideoSettings;

/**
 * How media is sent.
 *
 * @param video size and rates wanted; what the other side takes may lower them
 * @param mostPayloadOctets largest RTP payload
 * @param rtcpInterval mean time between RTCP reports; RFC 3550 §6.2 recommends at least 5 s, tests
 *     want more of them
 * @param lateLimit a packet that leaves later than this counts as late
 */
public record MediaSettings(
    VideoSettings video, int mostPayloadOctets, Duration rtcpInterval, Duration lateLimit) {
  public static MediaSettings standard() {
    return new MediaSettings(
        VideoSettings.standard(), 1200, Duration.ofSeconds(1), Duration.ofMillis(20));
  }

  public MediaSettings withVideo(VideoSettings other) {
    return new MediaSettings(other, mostPayloadOctets, rtcpInterval, lateLimit);
  }

  public MediaSettings withRtcpInterval(Duration other) {
    return new MediaSettings(video, mostPayloadOctets, other, lateLimit);
  }
}
