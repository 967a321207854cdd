package parley.sip.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.core.call.Format;
import parley.core.call.IncomingCall;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.SignallingSetup;

/** Two sides on loopback. */
final class Lab implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(8);
  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  final Recorder record = new Recorder();
  final Recorder deviceRecord = new Recorder();
  final SipSignalling us;
  final SipSignalling device;

  Lab() throws IOException {
    this(SipBehaviour.correct(), SipBehaviour.correct());
  }

  Lab(SipBehaviour ours, SipBehaviour theirs) throws IOException {
    us = SipSignalling.open(setup("tester", record, "secret", List.of()), ours);
    device =
        SipSignalling.open(
            setup("device", deviceRecord, "none", List.of(new Credentials("tester", "secret"))),
            theirs);
  }

  static SignallingSetup setup(
      String name, Recorder tap, String password, List<Credentials> accounts) {
    return new SignallingSetup(
        LOOPBACK,
        0,
        name,
        "Parley-test/1",
        Optional.of(new Credentials(name, password)),
        accounts,
        Optional.empty(),
        tap);
  }

  static MediaDescription media(int port) {
    return new MediaDescription(List.of(audio(port), video(port + 2)));
  }

  static MediaLine audio(int port) {
    return new MediaLine(
        MediaKind.AUDIO,
        new InetSocketAddress(LOOPBACK, port),
        new InetSocketAddress(LOOPBACK, port + 1),
        MediaDirection.SENDRECV,
        List.of(
            new Format(96, "opus", 48000, 2, Map.of()),
            new Format(9, "G722", 8000),
            new Format(0, "PCMU", 8000),
            new Format(8, "PCMA", 8000)));
  }

  static MediaLine video(int port) {
    return new MediaLine(
        MediaKind.VIDEO,
        new InetSocketAddress(LOOPBACK, port),
        new InetSocketAddress(LOOPBACK, port + 1),
        MediaDirection.SENDRECV,
        List.of(
            new Format(
                97,
                "H264",
                90000,
                1,
                Map.of("profile-level-id", "42e01f", "packetization-mode", "1")),
            new Format(98, "H264", 90000, 1, Map.of("profile-level-id", "42e01f"))));
  }

  /** A device that rings and takes each call. */
  void deviceAnswers() {
    device.onIncoming(Lab::take);
  }

  static void take(IncomingCall call) throws Exception {
    call.ring();
    call.accept(media(31000));
  }

  @Override
  public void close() {
    us.close();
    device.close();
  }
}
