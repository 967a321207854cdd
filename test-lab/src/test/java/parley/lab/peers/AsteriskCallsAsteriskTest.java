package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.lab.peers.AsteriskH323Settings.Digits;

/** The H.323 peer as it is: two of it call each other, with no code of ours in the call. */
@Timeout(60)
class AsteriskCallsAsteriskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Of the tone, in packets of 20 ms. */
  private static final int ENOUGH = 20;

  @TempDir private Path folder;

  @Test
  void withFastStartNoChannelIsOpenedByH245() throws Exception {
    Seen call = callsTheEcho(AsteriskH323Settings.usual());
    assertTrue(
        call.setups.stream().anyMatch(s -> s.contains("OpenLogicalChannel")), call::toString);
    assertFalse(call.says("openLogicalChannel"), call::toString);
    assertTrue(call.says("terminalCapabilitySet"), call::toString);
    assertTrue(call.says("userInput"), call::toString);
    assertEquals(Set.of(AsteriskH323Settings.PORT), call.portsCalled);
  }

  @Test
  void withTunnellingAloneTheCallSignallingCarriesH245() throws Exception {
    Seen call =
        callsTheEcho(AsteriskH323Settings.usual().withFastStart(false).withDigits(Digits.SIGNAL));
    assertFalse(
        call.setups.stream().anyMatch(s -> s.contains("OpenLogicalChannel")), call::toString);
    assertTrue(call.says("openLogicalChannel"), call::toString);
    assertTrue(call.says("userInput"), call::toString);
    assertEquals(Set.of(AsteriskH323Settings.PORT), call.portsCalled);
  }

  @Test
  void withoutTunnellingH245HasAConnectionOfItsOwn() throws Exception {
    Seen call =
        callsTheEcho(
            AsteriskH323Settings.usual()
                .withFastStart(false)
                .withTunnelling(false)
                .withDigits(Digits.KEYPAD));
    assertTrue(call.says("openLogicalChannel"), call::toString);
    assertTrue(call.portsCalled.size() > 1, call::toString);
  }

  @Test
  void refusesWhomItDoesNotKnow() throws Exception {
    AsteriskH323Settings far = AsteriskH323Settings.usual();
    AsteriskH323Settings near = far.elsewhere().knowing(far.signalling());
    try (AsteriskH323 callee = AsteriskH323.start(folder.resolve("far"), far);
        AsteriskH323 caller = AsteriskH323.start(folder.resolve("near"), near)) {
      caller.call(AsteriskH323.ECHO, callee.address(), AsteriskH323.LISTENING);
      assertEquals(Optional.of(21), caller.awaitCause(PATIENCE));
      assertTrue(callee.log().contains("Unacceptable ip"), callee::toString);
    }
  }

  /**
   * What a capture shows of the call.
   *
   * @param setups what tshark says of each SETUP
   * @param messages what it says of all other signalling
   * @param portsCalled where TCP connections went
   */
  private record Seen(Set<String> setups, Set<String> messages, Set<Integer> portsCalled) {
    boolean says(String message) {
      return messages.stream().anyMatch(m -> m.contains(message));
    }
  }

  /** A call with digits, then a tone; both come back. */
  private Seen callsTheEcho(AsteriskH323Settings usual) throws Exception {
    AsteriskH323Settings other = usual.elsewhere().called("near", "4712");
    AsteriskH323Settings far = usual.knowing(other.signalling());
    AsteriskH323Settings near = other.knowing(far.signalling());
    String there = far.address().getHostAddress();
    String filter = "host " + there + " and host " + near.address().getHostAddress();
    try (AsteriskH323 callee = AsteriskH323.start(folder.resolve("far"), far);
        AsteriskH323 caller = AsteriskH323.start(folder.resolve("near"), near);
        LoopbackCapture capture = LoopbackCapture.start(folder.resolve("lo.pcapng"), filter)) {
      caller.call(AsteriskH323.ECHO, callee.address(), AsteriskH323.DIALLING);
      int digits = AsteriskH323.DIGITS.length();
      assertEquals(AsteriskH323.DIGITS, callee.awaitDigits(digits, PATIENCE));
      assertEquals(AsteriskH323.DIGITS, caller.awaitDigits(digits, PATIENCE));
      Thread.sleep(1500);
      caller.hangUp();
      assertTrue(callee.awaitCause(PATIENCE).isPresent(), "it is told of the end");

      List<List<String>> sound = capture.packets("rtp.p_type == 0", "ip.src", "rtp.payload");
      List<String> back =
          sound.stream().filter(p -> p.getFirst().equals(there)).map(List::getLast).toList();
      Set<String> sent =
          new HashSet<>(
              sound.stream().filter(p -> !p.getFirst().equals(there)).map(List::getLast).toList());
      assertTrue(back.size() > ENOUGH, () -> back.size() + " packets of sound came back");
      assertTrue(sent.containsAll(back), "what came back is what was sent");
      return seen(capture);
    }
  }

  private static Seen seen(LoopbackCapture capture) throws Exception {
    Set<String> setups = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (List<String> message : capture.packets("h225 || h245 || q931", "_ws.col.Info")) {
      (message.getFirst().contains("setup ") ? setups : others).add(message.getFirst());
    }
    Set<Integer> ports = new HashSet<>();
    for (List<String> opening :
        capture.packets("tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.dstport")) {
      ports.add(Integer.valueOf(opening.getFirst()));
    }
    return new Seen(setups, others, ports);
  }
}
