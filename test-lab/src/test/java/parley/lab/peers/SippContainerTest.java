package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import parley.core.call.CallState;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.suite.engine.LocalAddress;
import parley.sip.agent.SipCall;
import parley.sip.agent.SipSignalling;

/**
 * Calls SIPp in a container.
 *
 * <p>Without a Docker engine, or where no registry gives it the base image, the test is skipped
 * even if {@code PARLEY_PEERS} is {@code required}: engine and registry are not ours to install,
 * and SIPp itself is called by other tests as an installed program.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SippContainerTest {
  private static final int SIP = 5060;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void itsAnsweringScenarioTakesOurCallAndOurFarewell() throws Exception {
    requireEngine();
    try (GenericContainer<?> sipp = new GenericContainer<>(image())) {
      sipp.start();
      // By its own address: the engine publishes TCP ports only.
      String host =
          sipp.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
              .findFirst()
              .orElseThrow()
              .getIpAddress();
      Target target = Target.parse("sip:service@" + host + ":" + SIP);
      InetAddress here = LocalAddress.towards(target);
      try (SipSignalling signalling = SipSignalling.open(setup(here))) {
        SipCall call = signalling.dial(target, offer(here));
        MediaAgreement agreement = call.awaitAnswer(PATIENCE);
        MediaAgreement.Line line = agreement.line(MediaKind.AUDIO).orElseThrow();
        assertTrue(line.theirs().formats().getFirst().is("PCMU"), line::toString);
        assertEquals(CallState.CONNECTED, call.state());
        call.hangUp(PATIENCE);
        assertEquals(CallState.RELEASED, call.state());
      }
    }
  }

  /** Asked by its own program: that is quick and quiet where nobody answers. */
  private static void requireEngine() throws Exception {
    boolean answers =
        Peers.find("docker").isPresent()
            && Program.run(List.of("docker", "version", "--format", "{{.Server.Version}}")).status()
                == 0;
    Assumptions.assumeTrue(answers, "no Docker engine answers on this machine");
  }

  /** The image's name once it is built. */
  private static String image() throws TimeoutException {
    Path folder =
        Path.of(System.getProperty("parley.root"), "test-lab", "src", "test", "docker", "sipp");
    ImageFromDockerfile building =
        new ImageFromDockerfile("parley-sipp", false).withFileFromPath(".", folder);
    try {
      return building.get(10, TimeUnit.MINUTES);
    } catch (RuntimeException unavailable) {
      return Assumptions.abort("the image cannot be built here: " + unavailable.getMessage());
    }
  }

  private static SignallingSetup setup(InetAddress here) {
    return new SignallingSetup(
        here,
        0,
        "parley",
        "Parley",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        (protocol, transport, heading, ours, theirs, octets) -> {});
  }

  private static MediaDescription offer(InetAddress here) {
    return new MediaDescription(
        List.of(
            new MediaLine(
                MediaKind.AUDIO,
                new InetSocketAddress(here, 39_000),
                new InetSocketAddress(here, 39_001),
                MediaDirection.SENDRECV,
                List.of(new Format(0, "PCMU", 8000), new Format(8, "PCMA", 8000)))));
  }
}
