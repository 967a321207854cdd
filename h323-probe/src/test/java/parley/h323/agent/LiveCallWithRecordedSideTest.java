package parley.h323.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.call.CallState;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.record.CaptureReader;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.wire.Octets;
import parley.h323.q931.MessageType;
import parley.h323.q931.SignalMessage;
import parley.h323.trace.H323Trace;
import parley.h323.transport.Tpkt;

/**
 * A live call of ours with one side of a call that others made: it says what it said then (h323plus
 * and Asterisk, H.264, H.239, H.235, a gatekeeper between), and ours gets through: it is up, it has
 * taken the channels the other side opened, and it ends as it should.
 */
@Timeout(30)
class LiveCallWithRecordedSideTest {
  /** What the other side opened then, and ours is to take. */
  enum Takes {
    NONE,
    AUDIO,
    VIDEO;

    boolean all(H323Call call) {
      return (this == NONE || call.incomingChannel(MediaKind.AUDIO).isPresent())
          && (this != VIDEO || call.incomingChannel(MediaKind.VIDEO).isPresent());
    }
  }

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * The answer to a fast start names the channels of the proposal it was made for, so that
   * Asterisk's opens none of ours; an encrypted channel is opened to a side that encrypts.
   */
  @ParameterizedTest
  @CsvSource({
    "ast1_ast2_tunnel_fs, 0, NONE",
    "simph_h264, 0, VIDEO",
    "simph_720p_h239, 0, VIDEO",
    "simph_gnugk_simph, 0, VIDEO",
    "simph_gnugk_routed_h46018_19, 0, VIDEO",
    "simph_gnugk_routed_h46018_19, 1, VIDEO",
    "simph_h235_media, 0, NONE",
  })
  void callsTheSideThatWasCalled(String sample, int leg, Takes takes) throws Exception {
    try (RecordedSide other = new RecordedSide(side(sample, leg, false));
        H323Signalling ours = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> played =
          threads.submit(
              () -> {
                other.answer();
                return "";
              });
      H323Call call = ours.dial(Target.parse("h323:room@127.0.0.1:" + other.port()), media());
      getsThrough(call, other, played, takes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ast1_ast2_tunnel_fs, 0, AUDIO",
    "simph_h264, 0, VIDEO",
    "simph_720p_h239, 0, VIDEO",
    "simph_gnugk_simph, 0, VIDEO",
    "simph_gnugk_routed_h46018_19, 0, VIDEO",
    "simph_gnugk_routed_h46018_19, 1, VIDEO",
    "simph_h235_media, 0, NONE",
  })
  void isCalledByTheSideThatCalled(String sample, int leg, Takes takes) throws Exception {
    try (RecordedSide other = new RecordedSide(side(sample, leg, true));
        H323Signalling ours = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<H323Call> taken = new CompletableFuture<>();
      ours.onIncoming(
          call -> {
            call.ring();
            taken.complete((H323Call) call.accept(media()));
          });
      Future<?> played =
          threads.submit(
              () -> {
                other.call(ours.address(false).getPort());
                return "";
              });
      getsThrough(taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), other, played, takes);
    }
  }

  private static void getsThrough(H323Call call, RecordedSide other, Future<?> played, Takes takes)
      throws Exception {
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while ((call.state() != CallState.CONNECTED || !takes.all(call)) && System.nanoTime() < end) {
        Thread.sleep(10);
      }
      assertEquals(CallState.CONNECTED, call.state());
      assertTrue(takes.all(call), () -> "no channel for " + takes);
    } finally {
      other.mayLeave();
    }
    if (call.state() == CallState.CONNECTED) {
      call.hangUp(PATIENCE);
    }
    call.awaitRelease(PATIENCE);
    played.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (SignalMessage.Decoded said : other.heard()) {
      assertEquals(List.of(), said.problems());
    }
    assertTrue(
        other.heard().stream()
            .flatMap(said -> said.message().stream())
            .anyMatch(said -> said.q931().type().equals(MessageType.RELEASE_COMPLETE)),
        "it was never told of the end");
  }

  private static H323Signalling open() throws IOException {
    return H323Signalling.open(
        new SignallingSetup(
            HERE,
            0,
            "parley",
            "Parley",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            (protocol, transport, heading, from, to, octets) -> {}));
  }

  private static MediaDescription media() {
    return new MediaDescription(
        List.of(
            line(
                MediaKind.AUDIO,
                39_000,
                new Format(8, "PCMA", 8_000),
                new Format(0, "PCMU", 8_000)),
            line(
                MediaKind.VIDEO,
                39_002,
                h264(97, "1"),
                h264(96, "0"),
                new Format(31, "H261", 90_000))));
  }

  private static Format h264(int payloadType, String mode) {
    return new Format(
        payloadType,
        "H264",
        90_000,
        1,
        Map.of("profile-level-id", "42e01f", "packetization-mode", mode));
  }

  private static MediaLine line(MediaKind kind, int port, Format... formats) {
    return new MediaLine(
        kind,
        new InetSocketAddress(HERE, port),
        new InetSocketAddress(HERE, port + 1),
        MediaDirection.SENDRECV,
        List.of(formats));
  }

  /** What the caller or the called said on the connection of the capture's call of that number. */
  private static List<Octets> side(String sample, int leg, boolean caller) throws IOException {
    Path capture =
        Path.of(System.getProperty("parley.root", "."))
            .resolve("../shared/samples/h323/" + sample + ".pcap")
            .normalize();
    Assumptions.assumeTrue(Files.exists(capture), "no sample at " + capture);
    List<TracedMessage> messages =
        H323Trace.read(TraceInput.of(CaptureReader.readAll(capture))).messages().stream()
            .filter(message -> message.protocol().equals("H.225.0"))
            .filter(message -> message.carriedIn().isEmpty())
            .toList();
    TracedMessage setup =
        messages.stream()
            .filter(message -> message.name().equals("setup"))
            .skip(leg)
            .findFirst()
            .orElseThrow();
    InetSocketAddress from = setup.carriage().from();
    InetSocketAddress to = setup.carriage().to();
    return messages.stream()
        .filter(
            message ->
                message.carriage().from().equals(caller ? from : to)
                    && message.carriage().to().equals(caller ? to : from))
        .filter(message -> message.packet() >= setup.packet())
        .map(TracedMessage::octets)
        .map(octets -> Tpkt.content(octets).orElse(octets))
        .toList();
  }
}
