package parley.core.media.live;

import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.AudioEncoder;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.signal.SpeechSignal;
import parley.core.wire.Octets;

/** Sends the speech signal in packets of 20 ms. */
final class AudioSender implements Sender {
  private static final int PACKETS_PER_SECOND = 50;

  private final AudioCodec codec;
  private final int payloadType;
  private final SendPlan plan;
  private final OutgoingStream out;
  private final Lateness lateness;

  AudioSender(
      AudioCodec codec, int payloadType, SendPlan plan, OutgoingStream out, Lateness lateness) {
    this.codec = codec;
    this.payloadType = payloadType;
    this.plan = plan;
    this.out = out;
    this.lateness = lateness;
  }

  @Override
  public void run() throws CodecUnavailable {
    SpeechSignal speech = new SpeechSignal(codec.sampleRate());
    try (AudioEncoder encoder = AudioEncoder.open(codec)) {
      out.clockRate(codec.clockRate());
      Pacer pacer = new Pacer(out.originNanos(), PACKETS_PER_SECOND, lateness);
      boolean first = true;
      while (true) {
        long tick = pacer.await();
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        short[] samples = speech.samples(tick * codec.samplesPerPacket(), codec.samplesPerPacket());
        Octets payload = encoder.encode(samples);
        if (!payload.isEmpty()) {
          // The marker tells that speech begins after a silence (RFC 3551 §4.1).
          out.send(plan.rtp(), payloadType, tick * codec.ticksPerPacket(), first, payload);
          first = false;
        }
      }
    }
  }

  @Override
  public void forceIntra() {}
}
