package parley.core.suite.preflight;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.AudioDecoder;
import parley.core.media.codec.AudioEncoder;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.codec.VideoEncoder;
import parley.core.media.codec.VideoSettings;
import parley.core.media.live.CallMedia;
import parley.core.media.signal.TestPicture;
import parley.core.record.LabNote;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;

/**
 * Checks the laboratory before any device case: that the candidate answers at all, that each codec
 * of the plan really codes, that this machine carries one call's media without loss, and that its
 * clock runs evenly. Address, port, name resolution and TLS keys are checked by getting here: the
 * case cannot begin without them.
 */
final class Preflight extends DescribedCase {
  private static final Duration PING = Duration.ofSeconds(4);
  private static final Duration LOOPBACK = Duration.ofMillis(1500);
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
  private static final long UNEVEN_MILLIS = 100;

  Preflight() {
    super(
        "LAB-PREFLIGHT.1",
        Area.LABORATORY,
        "The laboratory is fit to judge",
        List.of("ISO/IEC 17025:2017 §6.4"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    long wall = System.currentTimeMillis();
    long steady = System.nanoTime();
    candidate(bench);
    codecs(bench);
    loopback(bench);
    long drift =
        Math.abs(System.currentTimeMillis() - wall - (System.nanoTime() - steady) / 1_000_000);
    check(
        bench,
        "clock",
        drift <= UNEVEN_MILLIS,
        "wall clock and steady clock within " + UNEVEN_MILLIS + " ms of each other",
        drift + " ms apart");
  }

  private static void candidate(Bench bench) throws InterruptedException {
    String expected = "an answer from " + bench.candidate();
    try {
      Duration took = bench.signalling().ping(bench.candidate(), PING);
      check(bench, "candidate", true, expected, "after " + took.toMillis() + " ms");
    } catch (CallFailure silent) {
      check(
          bench,
          "candidate",
          false,
          expected,
          words(silent, bench)
              + "; is the device on, is the address and port right, does a firewall stand"
              + " between?");
    }
  }

  /** Without the address, which stands in what was expected. */
  private static String words(CallFailure silent, Bench bench) {
    return String.valueOf(silent.getMessage()).replace(" from " + bench.candidate(), "");
  }

  private static void codecs(Bench bench) {
    Offer offer = Offer.standard(bench.plan());
    for (Format format : offer.audio()) {
      AudioCodec.of(format).ifPresent(codec -> codec(bench, format.label(), codes(codec)));
    }
    if (offer.video().stream().anyMatch(format -> format.is("H264"))) {
      codec(bench, "H264/90000", codesVideo());
    }
  }

  private static void codec(Bench bench, String label, boolean codes) {
    check(
        bench,
        "codec " + label,
        codes,
        "it codes and decodes here",
        codes ? "it does" : "it does not: is FFmpeg's library for this platform?");
  }

  private static boolean codes(AudioCodec codec) {
    try (AudioEncoder encoder = AudioEncoder.open(codec);
        AudioDecoder decoder = AudioDecoder.open(codec)) {
      int decoded = 0;
      for (int i = 0; i < 5; i++) {
        decoded += decoder.decode(encoder.encode(new short[codec.samplesPerPacket()])).length;
      }
      return decoded > 0 && decoder.errors() == 0;
    } catch (CodecUnavailable absent) {
      return false;
    }
  }

  private static boolean codesVideo() {
    VideoSettings settings = VideoSettings.standard().withSize(320, 192);
    try (VideoEncoder encoder = VideoEncoder.open(settings);
        VideoDecoder decoder = VideoDecoder.open()) {
      TestPicture picture = new TestPicture(settings.width(), settings.height());
      int decoded = 0;
      for (int i = 0; i < 5; i++) {
        decoded += decoder.decode(encoder.encode(picture.frame(i, 40L * i)), i).size();
      }
      return decoded + decoder.flush().size() == 5 && decoder.errors() == 0;
    } catch (CodecUnavailable absent) {
      return false;
    }
  }

  /** Two ends of this machine send each other one call's media. */
  private static void loopback(Bench bench) throws InterruptedException {
    Offer offer = Offer.standard(bench.plan());
    try (CallMedia one = bench.openMedia();
        CallMedia other = bench.openMedia()) {
      MediaDescription here = offer.describe(one);
      MediaDescription there = offer.describe(other);
      bench.stimulus("send one call's media to ourselves");
      // Who receives is ready before the first packet leaves: what is lost then, is lost.
      other.start(new MediaAgreement(there, here, false));
      one.start(new MediaAgreement(here, there, true));
      bench.pause(LOOPBACK);
      one.start(
          new MediaAgreement(
              here.withDirection(MediaDirection.INACTIVE),
              there.withDirection(MediaDirection.INACTIVE),
              true));
      for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
        if (here.line(kind).isPresent()) {
          awaitLast(one, other, kind);
          long got = other.received(kind).packets();
          long lost = one.sent(kind).packets() - got;
          check(
              bench,
              "loopback " + kind.name().toLowerCase(Locale.ROOT),
              got > 0 && lost == 0,
              "media of one call carried without loss",
              got + " packets, " + lost + " lost");
        }
      }
    }
  }

  /** Gives what is on its way the time to arrive. */
  private static void awaitLast(CallMedia from, CallMedia to, MediaKind kind)
      throws InterruptedException {
    long deadline = System.nanoTime() + ON_ITS_WAY.toNanos();
    while (to.received(kind).packets() < from.sent(kind).packets()
        && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
  }

  private static void check(
      Bench bench, String name, boolean holds, String expected, String actual) {
    bench.note(new LabNote.LabCheck(name, holds, expected, actual));
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    record
        .packets()
        .forEach(
            packet -> {
              if (packet instanceof parley.core.record.Packet.Remark(var number, var time, var note)
                  && note instanceof LabNote.LabCheck check) {
                bailiff.require(new EnsureLaboratoryIsFit(number), check);
              }
            });
  }
}
