package parley.h323.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.Credentials;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.Registration;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.record.LabNote;
import parley.core.record.Transport;

/** A device that has registered with a side of ours, and the calls between the two. */
@Timeout(60)
class RegisteredCallsTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Credentials ACCOUNT = new Credentials("room", "open sesame");

  @Test
  void eachCallsTheOther() throws Exception {
    try (H323Signalling harness = open("parley", Optional.empty(), List.of(ACCOUNT));
        H323Signalling device = open("device", Optional.of(ACCOUNT), List.of())) {
      harness.onIncoming(call -> call.accept(sound(39_000)));
      device.onIncoming(call -> call.accept(sound(39_100)));
      var _ = device.register(registrar(harness), "room", Duration.ofMinutes(1), PATIENCE);
      Registration registration = harness.awaitRegistration(PATIENCE);
      assertEquals("room", registration.who());

      H323Call out = harness.dial(registration.contact(), sound(39_000));
      out.awaitAnswer(PATIENCE);
      out.hangUp(PATIENCE);

      H323Call back = device.dial(Target.parse("h323:parley"), sound(39_100));
      back.awaitAnswer(PATIENCE);
      assertEquals(CallState.CONNECTED, back.state());
      back.hangUp(PATIENCE);
    }
  }

  @Test
  void aDeviceThatRegisteredBeforeTheHarnessBeganAnewIsStillLetTakeCalls() throws Exception {
    try (H323Signalling device = open("device", Optional.of(ACCOUNT), List.of())) {
      device.onIncoming(call -> call.accept(sound(39_100)));
      int port;
      try (H323Signalling before = open("parley", Optional.empty(), List.of(ACCOUNT))) {
        port = ras(before).port();
        var _ = device.register(registrar(before), "room", Duration.ofMinutes(1), PATIENCE);
      }
      try (H323Signalling anew = open("parley", port, Optional.empty(), List.of(ACCOUNT))) {
        H323Call call =
            anew.dial(
                Target.parse("h323:room@127.0.0.1:" + device.address(false).getPort()),
                sound(39_000));
        call.awaitAnswer(PATIENCE);
        assertEquals(CallState.CONNECTED, call.state());
      }
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNotTold() throws Exception {
    try (H323Signalling harness = open("parley", Optional.empty(), List.of(ACCOUNT));
        H323Signalling device =
            open("device", Optional.of(new Credentials("room", "a guess")), List.of())) {
      CallFailure refused =
          assertThrows(
              CallFailure.class,
              () -> device.register(registrar(harness), "room", Duration.ofMinutes(1), PATIENCE));
      String words = String.valueOf(refused.getMessage());
      assertTrue(words.contains("securityDenial"), words);
      assertTrue(!words.contains("guess"), words);
    }
  }

  private static LabNote.Listening ras(H323Signalling side) {
    return side.listening().stream()
        .filter(place -> place.transport() == Transport.UDP)
        .findFirst()
        .orElseThrow();
  }

  private static Target registrar(H323Signalling side) {
    return Target.parse("h323:127.0.0.1:" + ras(side).port());
  }

  private static H323Signalling open(
      String name, Optional<Credentials> own, List<Credentials> accounts) throws IOException {
    return open(name, 0, own, accounts);
  }

  private static H323Signalling open(
      String name, int port, Optional<Credentials> own, List<Credentials> accounts)
      throws IOException {
    return H323Signalling.open(
        new SignallingSetup(
            HERE,
            port,
            name,
            "Parley",
            own,
            accounts,
            Optional.empty(),
            (protocol, transport, heading, from, to, octets) -> {}));
  }

  private static MediaDescription sound(int port) {
    return new MediaDescription(
        List.of(
            new MediaLine(
                MediaKind.AUDIO,
                new InetSocketAddress(HERE, port),
                new InetSocketAddress(HERE, port + 1),
                MediaDirection.SENDRECV,
                List.of(new Format(0, "PCMU", 8_000)))));
  }
}
