package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.call.Target;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Call;
import parley.h323.agent.H323IncomingCall;
import parley.h323.agent.H323Signalling;
import parley.h323.control.ControlCommand;
import parley.h323.control.UserInput;
import parley.h323.gatekeeper.GatekeeperEvent;
import parley.h323.gatekeeper.GatekeeperSettings;
import parley.h323.gatekeeper.LiveGatekeeper;
import parley.h323.gatekeeper.RegisteredEndpoint;
import parley.h323.ras.Aliases;

/**
 * Our gatekeeper between us and Asterisk's chan_ooh323: both register, each calls the other by its
 * alias alone, and the gatekeeper hears of the beginning and the end. Routed, it carries the call
 * signalling as well.
 */
@Timeout(120)
class AsteriskThroughOurGatekeeperTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A number: of any other alias Asterisk's admission request says nothing. */
  private static final String US = "700";

  /** Packets of 20 ms. */
  private static final int ENOUGH = 40;

  @TempDir private Path folder;

  private final BlockingQueue<GatekeeperEvent> events = new LinkedBlockingQueue<>();

  @ParameterizedTest(name = "{0}, routed: {1}")
  @CsvSource({
    "FAST_START_AND_TUNNELLING, false",
    "TUNNELLING, false",
    "SEPARATE_CONTROL, false",
    "FAST_START_AND_TUNNELLING, true",
    "SEPARATE_CONTROL, true",
  })
  void eachCallsTheOtherByItsAlias(AsteriskAndParleyTest.Mode mode, boolean routed)
      throws Exception {
    AsteriskH323Settings settings = mode.theirs().called("asterisk", AsteriskH323.ECHO);
    try (LiveGatekeeper gatekeeper = gatekeeper(settings.elsewhere().address(), routed);
        H323Signalling ours = OurSound.signalling();
        MediaPlane plane = OurSound.plane();
        AsteriskH323 peer =
            AsteriskH323.start(
                folder.resolve("peer"),
                settings.withGatekeeper(gatekeeper.settings().ras().getAddress()))) {
      var _ = ours.register(target(gatekeeper), US, Duration.ofSeconds(60), PATIENCE);
      awaitRegistered(gatekeeper, Set.of(US, AsteriskH323.ECHO));
      weCall(ours, plane, peer, mode.ours());
      theEndIsHeard(gatekeeper);
      itCalls(ours, plane, peer);
      theEndIsHeard(gatekeeper);
    }
  }

  private LiveGatekeeper gatekeeper(InetAddress address, boolean routed) throws Exception {
    GatekeeperSettings settings =
        GatekeeperSettings.open(
            "laboratory",
            new InetSocketAddress(address, 1719),
            new InetSocketAddress(address, 1720));
    return LiveGatekeeper.start(
        routed ? settings.withRouting() : settings,
        (protocol, transport, heading, from, to, octets) -> {},
        events::add);
  }

  private static Target target(LiveGatekeeper gatekeeper) {
    return Target.parse("h323:" + gatekeeper.settings().ras().getAddress().getHostAddress());
  }

  private static void awaitRegistered(LiveGatekeeper gatekeeper, Set<String> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Set<String> there = new TreeSet<>();
    while (!there.containsAll(wanted) && System.nanoTime() < end) {
      Thread.sleep(100);
      there =
          gatekeeper.endpoints().stream()
              .map(RegisteredEndpoint::aliases)
              .flatMap(List::stream)
              .map(Aliases::text)
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertTrue(there.containsAll(wanted), there::toString);
  }

  private static void weCall(
      H323Signalling ours, MediaPlane plane, AsteriskH323 peer, DialOptions options)
      throws Exception {
    try (CallMedia media = plane.open(List.of(MediaKind.AUDIO))) {
      H323Call call =
          ours.dial(Target.parse("h323:" + AsteriskH323.ECHO), OurSound.offer(media), options);
      media.start(call.awaitAnswer(PATIENCE));
      assertTrue(media.awaitMedia(MediaKind.AUDIO, ENOUGH, PATIENCE), "the echo of our sound");
      for (String key : List.of("1", "5", "9")) {
        call.perform(new ControlCommand.SendUserInput(new UserInput.Text(key)));
      }
      assertEquals("159", peer.awaitDigits(3, PATIENCE));
      call.hangUp(PATIENCE);
    }
  }

  private static void itCalls(H323Signalling ours, MediaPlane plane, AsteriskH323 peer)
      throws Exception {
    BlockingQueue<String> digits = new LinkedBlockingQueue<>();
    CompletableFuture<CallMedia> taken = new CompletableFuture<>();
    ours.onIncoming(
        incoming -> {
          H323Call call = ((H323IncomingCall) incoming).call();
          CallMedia media = plane.open(List.of(MediaKind.AUDIO));
          call.onUserInput(input -> digits.addAll(OurSound.keys(input)));
          call.onAgreement(media::start);
          incoming.ring();
          incoming.accept(OurSound.offer(media));
          taken.complete(media);
        });
    String call = peer.call(US, AsteriskH323.DIALLING);
    assertTrue(peer.awaitAnswer(call, PATIENCE), "it hears our answer");
    CallMedia media = taken.get(10, TimeUnit.SECONDS);
    assertTrue(media.awaitMedia(MediaKind.AUDIO, ENOUGH, PATIENCE), "its tone");
    StringBuilder heard = new StringBuilder();
    while (heard.length() < AsteriskH323.DIGITS.length()) {
      heard.append(digits.poll(10, TimeUnit.SECONDS));
    }
    assertEquals(AsteriskH323.DIGITS, heard.toString());
    peer.hangUp();
    media.close();
  }

  /** Both sides were admitted, and the last to leave has told of it. */
  private void theEndIsHeard(LiveGatekeeper gatekeeper) throws InterruptedException, CallFailure {
    int admitted = 0;
    GatekeeperEvent event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    while (event != null && !(event instanceof GatekeeperEvent.Ended)) {
      admitted += event instanceof GatekeeperEvent.Admitted ? 1 : 0;
      event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    assertTrue(event instanceof GatekeeperEvent.Ended, "the end of the call");
    assertEquals(2, admitted, "admissions");
    assertEquals(List.of(), gatekeeper.calls());
  }
}
