package parley.core.media.live;

import java.time.Duration;
import java.util.Optional;
import parley.core.media.codec.VideoSettings;

/**
 * How media is sent.
 *
 * @param video size and rates wanted; what the other side takes may lower them
 * @param content the same of what is shown beside the people
 * @param mostPayloadOctets largest RTP payload
 * @param rtcpInterval mean time between RTCP reports; RFC 3550 §6.2 recommends at least 5 s, tests
 *     want more of them
 * @param lateLimit a packet that leaves later than this counts as late
 */
public record MediaSettings(
    VideoSettings video,
    VideoSettings content,
    int mostPayloadOctets,
    Duration rtcpInterval,
    Duration lateLimit) {
  /** Slides: 720p, five pictures and 768 kbit/s a second, an IDR picture every ten seconds. */
  private static final VideoSettings SLIDES =
      new VideoSettings(1280, 720, 5, 768_000, 50, Optional.empty());

  public static MediaSettings standard() {
    return new MediaSettings(
        VideoSettings.standard(), SLIDES, 1200, Duration.ofSeconds(1), Duration.ofMillis(20));
  }

  public MediaSettings withVideo(VideoSettings other) {
    return new MediaSettings(other, content, mostPayloadOctets, rtcpInterval, lateLimit);
  }

  public MediaSettings withRtcpInterval(Duration other) {
    return new MediaSettings(video, content, mostPayloadOctets, other, lateLimit);
  }
}
