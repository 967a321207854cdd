package parley.core.media.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.VideoEncoder;
import parley.core.media.codec.VideoSettings;
import parley.core.media.signal.TestPicture;
import parley.core.media.video.NalUnit;
import parley.core.media.video.RtpPayload;

/** Sends the test picture, coded within the limits of the receiver. */
final class VideoSender implements Sender {
  private static final long CLOCK_RATE = 90_000;

  private final VideoSettings settings;
  private final VideoPacking packing;
  private final int payloadType;
  private final SendPlan plan;
  private final OutgoingStream out;
  private final Lateness lateness;
  private final AtomicBoolean intraWanted = new AtomicBoolean();

  /**
   * @param settings what was chosen; NAL units are kept below what the packing can carry
   */
  VideoSender(
      VideoSettings settings,
      VideoPacking packing,
      int payloadType,
      SendPlan plan,
      OutgoingStream out,
      Lateness lateness) {
    int largest = packing.largestNalUnit();
    this.settings = largest == Integer.MAX_VALUE ? settings : settings.withLargestNalUnit(largest);
    this.packing = packing;
    this.payloadType = payloadType;
    this.plan = plan;
    this.out = out;
    this.lateness = lateness;
  }

  @Override
  public void run() throws CodecUnavailable {
    TestPicture source = new TestPicture(settings.width(), settings.height());
    int rate = settings.framesPerSecond();
    try (VideoEncoder encoder = VideoEncoder.open(settings)) {
      out.clockRate((int) CLOCK_RATE);
      Pacer pacer = new Pacer(out.originNanos(), rate, lateness);
      while (true) {
        long tick = pacer.await();
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        if (intraWanted.getAndSet(false)) {
          encoder.forceIntra();
        }
        List<NalUnit> unit = encoder.encode(source.frame(out.nextPicture(), tick * 1000 / rate));
        for (RtpPayload payload : packing.packetise(unit, tick * CLOCK_RATE / rate)) {
          out.send(
              plan.rtp(), payloadType, payload.timestamp(), payload.marker(), payload.octets());
        }
      }
    }
  }

  @Override
  public void forceIntra() {
    intraWanted.set(true);
  }
}
