package parley.core.media.live;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.media.codec.AudioCodec;
import parley.core.media.video.H264Limits;

/** What a line is to send now and where to. */
record SendPlan(Format format, InetSocketAddress rtp) {

  /** The plan an agreed line asks for; empty where it asks us to be silent. */
  static Optional<SendPlan> of(MediaAgreement.Line line) {
    if (!line.weSend()) {
      return Optional.empty();
    }
    return line.weMaySend().stream()
        .filter(SendPlan::canSend)
        .findFirst()
        .map(format -> new SendPlan(format, line.theirs().rtp()));
  }

  /** The first format of the other side's preference that we have an encoder for. */
  private static boolean canSend(Format format) {
    return format.is("H264")
        ? H264Limits.of(format).packetizationMode() < 2
        : AudioCodec.of(format).isPresent();
  }

  boolean isVideo() {
    return format.is("H264");
  }
}
