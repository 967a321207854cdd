package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import parley.core.call.CallState;
import parley.core.call.MediaKind;
import parley.core.call.Target;
import parley.core.media.live.CallMedia;
import parley.core.media.rtp.RtpPacket;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.suite.engine.LocalAddress;
import parley.core.transcript.CallEvent;
import parley.sip.agent.SipCall;
import parley.sip.agent.SipIncomingCall;

/**
 * Calls with SIPp in a container: a peer at another address than ours, with a network between.
 *
 * <p>Without a Docker engine, or where no registry gives it the base image, this is skipped, or
 * fails where {@code PARLEY_PEERS} is {@code required}. {@code .ci/docker-engine} starts an engine
 * and gives it a base image.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SippContainerTest {
  private static final int SIP = 5060;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Packets: a second of sound, which a busy machine sends within SIPp's six, too. */
  private static final int ENOUGH = 50;

  @TempDir private Path folder;

  private Optional<GenericContainer<?>> started = Optional.empty();

  @BeforeAll
  void startSipp() throws Exception {
    requireEngine();
    GenericContainer<?> sipp =
        new GenericContainer<>(image())
            .waitingFor(Wait.forSuccessfulCommand("grep -q :%04X /proc/net/udp".formatted(SIP)));
    started = Optional.of(sipp);
    sipp.start();
  }

  @AfterAll
  void stopSipp() {
    started.ifPresent(GenericContainer::close);
  }

  @Test
  void itsAnsweringScenarioTakesOurCallGivesBackOurSoundAndTakesOurFarewell() throws Exception {
    Path capture = folder.resolve("called.pcapng");
    try (RecordedSide us = RecordedSide.open(here(), capture);
        CallMedia media = us.openSound()) {
      SipCall call = us.signalling().dial(sipp(), RecordedSide.g711(media));
      media.start(call.awaitAnswer(PATIENCE));
      assertTrue(media.awaitMedia(MediaKind.AUDIO, ENOUGH, PATIENCE));
      call.hangUp(PATIENCE);
      assertEquals(CallState.RELEASED, call.state());
    }
    CallView call = RecordedSide.record(capture).firstOutgoing();
    carriedSoundOf("PCMU", call, Heading.SENT);
    Set<RtpPacket> ours = new HashSet<>();
    packets(call, Heading.SENT).forEach(packet -> ours.add(packet.rtp()));
    // The echo of a packet that was sent: header and sound are the same.
    packets(call, Heading.RECEIVED)
        .forEach(packet -> assertTrue(ours.contains(packet.rtp()), packet::toString));
    releasedBy(Heading.SENT, call);
  }

  @Test
  void itsCallIsTakenItsSoundArrivesAndItsFarewellIsConfirmed() throws Exception {
    Path capture = folder.resolve("caller.pcapng");
    try (RecordedSide us = RecordedSide.open(here(), capture)) {
      us.signalling()
          .onIncoming(
              arriving -> {
                SipCall call = ((SipIncomingCall) arriving).call();
                arriving.ring();
                try (CallMedia media = us.openSound()) {
                  call.onAgreement(media::start);
                  arriving.accept(RecordedSide.g711(media));
                  call.awaitRelease(PATIENCE);
                }
              });
      Container.ExecResult caller = sippCalls(us.signalling().address(Transport.UDP));
      assertEquals(0, caller.getExitCode(), caller::toString);
    }
    List<CallView> calls = RecordedSide.record(capture).calls();
    assertEquals(1, calls.size(), calls::toString);
    CallView call = calls.getFirst();
    carriedSoundOf("PCMA", call, Heading.RECEIVED);
    releasedBy(Heading.RECEIVED, call);
  }

  private Container.ExecResult sippCalls(InetSocketAddress us) throws Exception {
    return container()
        .execInContainer(
            "sipp",
            "-sf",
            "/caller.xml",
            "-p",
            "5070",
            "-mp",
            "7000",
            "-m",
            "1",
            "-nostdin",
            "-trace_err",
            "-error_file",
            "/dev/stderr",
            "-timeout",
            PATIENCE.toSeconds() + "s",
            "-s",
            "parley",
            us.getAddress().getHostAddress() + ":" + us.getPort());
  }

  private static void carriedSoundOf(String codec, CallView call, Heading caller) {
    assertEquals(caller, call.call().heading());
    assertTrue(call.answered().isPresent(), call.call()::toString);
    var line = call.agreement().flatMap(agreed -> agreed.line(MediaKind.AUDIO)).orElseThrow();
    assertTrue(line.theirs().formats().getFirst().is(codec), line::toString);
    int payload = line.theirs().formats().getFirst().payloadType();
    for (Heading heading : Heading.values()) {
      List<MediaFlow.Arrival> packets = packets(call, heading);
      assertTrue(packets.size() >= ENOUGH, () -> heading + ": " + packets.size() + " packets");
      assertEquals(
          Set.of(payload),
          packets.stream().map(one -> one.rtp().payloadType()).collect(Collectors.toSet()),
          heading::toString);
    }
  }

  private static List<MediaFlow.Arrival> packets(CallView call, Heading heading) {
    List<MediaFlow> flows = call.flows(MediaKind.AUDIO, heading);
    assertEquals(1, flows.size(), () -> heading + ": " + flows.size() + " sources");
    return flows.getFirst().packets();
  }

  private static void releasedBy(Heading side, CallView call) {
    Heading other = side == Heading.SENT ? Heading.RECEIVED : Heading.SENT;
    assertTrue(
        call.call().first(CallEvent.Releasing.class, side).isPresent()
            && call.call().first(CallEvent.Released.class, other).isPresent(),
        call.call()::toString);
  }

  private InetAddress here() throws UnknownHostException {
    return LocalAddress.towards(sipp());
  }

  private Target sipp() {
    return Target.parse("sip:service@" + host() + ":" + SIP);
  }

  private GenericContainer<?> container() {
    return started.orElseThrow();
  }

  /** Its own address: the engine publishes TCP ports only, and the sound comes from there too. */
  private String host() {
    var networks = container().getContainerInfo().getNetworkSettings().getNetworks().values();
    return Optional.ofNullable(networks.iterator().next().getIpAddress()).orElseThrow();
  }

  /** Asked by its own program: that is quick and quiet where nobody answers. */
  private static void requireEngine() throws Exception {
    Peers.require("docker");
    if (Program.run(List.of("docker", "version", "--format", "{{.Server.Version}}")).status()
        != 0) {
      Peers.doWithout("no Docker engine answers on this machine");
    }
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      Peers.doWithout("containers have no address here that this machine reaches");
    }
  }

  /** The image's name once it is built. */
  private static String image() throws TimeoutException {
    Path sources =
        Path.of(System.getProperty("parley.root"), "test-lab", "src", "test", "docker", "sipp");
    ImageFromDockerfile usual =
        new ImageFromDockerfile("parley-sipp", false).withFileFromPath(".", sources);
    ImageFromDockerfile building =
        Optional.ofNullable(System.getenv("PARLEY_CONTAINER_BASE"))
            .map(base -> usual.withBuildArg("BASE", base))
            .orElse(usual);
    try {
      return building.get(10, TimeUnit.MINUTES);
    } catch (RuntimeException unavailable) {
      Peers.doWithout("the image cannot be built here: " + unavailable);
      throw unavailable;
    }
  }
}
