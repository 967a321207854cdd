package parley.h323.gatekeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.CallFailure;
import parley.core.call.Credentials;
import parley.core.call.SignallingTap;
import parley.core.record.CaptureWriter;
import parley.core.wire.Octets;
import parley.h323.ras.Admission;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.Aliases;
import parley.h323.ras.CallIdentity;
import parley.h323.ras.Disengagement;
import parley.h323.ras.RasEvent;
import parley.h323.ras.RasSettings;
import parley.h323.ras.live.AdmissionOutcome;
import parley.h323.ras.live.RasEndpoint;
import parley.h323.ras.password.PasswordMethod;
import parley.h323.trace.Tshark;

/** Endpoint and gatekeeper on sockets of this machine. */
class LoopbackTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();
  private static final SignallingTap UNSEEN =
      (protocol, transport, heading, ours, theirs, bytes) -> {};

  @TempDir Path folder;

  private final BlockingQueue<GatekeeperEvent> happened = new LinkedBlockingQueue<>();

  private LiveGatekeeper start(GatekeeperSettings settings, SignallingTap tap) throws IOException {
    return LiveGatekeeper.start(settings, tap, happened::add);
  }

  static GatekeeperSettings settings() {
    return GatekeeperSettings.open(
        "lab", new InetSocketAddress(LOCAL, 0), new InetSocketAddress(LOCAL, 0));
  }

  static RasSettings terminal(LiveGatekeeper gatekeeper, int port, String alias) {
    return RasSettings.terminal(
        gatekeeper.settings().ras(),
        List.of(Aliases.of(alias)),
        List.of(new InetSocketAddress(LOCAL, port)),
        "test",
        "1");
  }

  static CallIdentity call(int number, boolean answered) {
    byte[] id = new byte[16];
    id[3] = (byte) number;
    return new CallIdentity(number, Octets.of(id), Octets.of(id), answered);
  }

  @Test
  void aCallIsAdmittedAnsweredAndEnded() throws Exception {
    try (LiveGatekeeper gatekeeper = start(settings(), UNSEEN);
        RasEndpoint caller =
            RasEndpoint.open(terminal(gatekeeper, 40_001, "room"), LOCAL, 0, UNSEEN);
        RasEndpoint called =
            RasEndpoint.open(terminal(gatekeeper, 40_002, "hall"), LOCAL, 0, UNSEEN)) {
      assertEquals("lab", caller.register(LONG).gatekeeperIdentifier().orElseThrow());
      called.register(LONG);
      Admission admission =
          caller.admit(
              AdmissionQuery.calling(call(1, false), List.of(Aliases.of("hall")), 3_840), LONG);
      assertEquals(new InetSocketAddress(LOCAL, 40_002), admission.destination());
      called.admit(
          AdmissionQuery.answering(
              call(1, true), List.of(Aliases.of("room")), Optional.empty(), List.of(), 3_840),
          LONG);
      assertEquals(3_000, caller.bandwidth(call(1, false), 3_000, LONG));
      assertEquals(
          new InetSocketAddress(LOCAL, 40_002), caller.locate(List.of(Aliases.of("hall")), LONG));
      assertTrue(
          caller.ask(AdmissionQuery.calling(call(2, false), List.of(Aliases.of("nobody")), 1), LONG)
              instanceof AdmissionOutcome.Refused);
      caller.disengage(Disengagement.normal(call(1, false)), LONG);
      called.disengage(Disengagement.normal(call(1, true)), LONG);
      assertEquals(List.of(), gatekeeper.calls());
      caller.unregister(LONG);
      assertEquals(1, gatekeeper.endpoints().size());
      assertTrue(caller.registration().isEmpty());
    }
  }

  @Test
  void passwordsDecide() throws Exception {
    Credentials account = new Credentials("room", "open sesame");
    try (LiveGatekeeper gatekeeper = start(settings().withAccounts(List.of(account)), UNSEEN)) {
      for (PasswordMethod method : PasswordMethod.values()) {
        RasSettings room = terminal(gatekeeper, 40_001, "room").with(method);
        try (RasEndpoint right = RasEndpoint.open(room.with(account), LOCAL, 0, UNSEEN);
            RasEndpoint wrong =
                RasEndpoint.open(room.with(new Credentials("room", "guess")), LOCAL, 0, UNSEEN)) {
          right.register(LONG);
          CallFailure failure = assertThrows(CallFailure.class, () -> wrong.register(LONG));
          assertTrue(
              String.valueOf(failure.getMessage()).contains("securityDenial"), failure.toString());
          assertFalse(String.valueOf(failure.getMessage()).contains("guess"));
          right.unregister(LONG);
        }
      }
    }
  }

  @Test
  void aShortRegistrationLivesOnAsLongAsTheEndpointDoes() throws Exception {
    try (LiveGatekeeper gatekeeper =
        start(settings().withTimeToLive(Duration.ofSeconds(2)), UNSEEN)) {
      try (RasEndpoint room =
          RasEndpoint.open(terminal(gatekeeper, 40_001, "room"), LOCAL, 0, UNSEEN)) {
        room.register(LONG);
        Thread.sleep(3_500);
        assertEquals(1, gatekeeper.endpoints().size());
      }
      long end = System.nanoTime() + 10_000_000_000L;
      while (!gatekeeper.endpoints().isEmpty() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertEquals(List.of(), gatekeeper.endpoints());
    }
  }

  @Test
  void aGatekeeperThatIsNotThereIsNamed() throws Exception {
    RasSettings settings =
        RasSettings.terminal(
                new InetSocketAddress(LOCAL, 9),
                List.of(Aliases.of("room")),
                List.of(new InetSocketAddress(LOCAL, 40_001)),
                "test",
                "1")
            .withPatience(2);
    try (RasEndpoint room = RasEndpoint.open(settings, LOCAL, 0, UNSEEN)) {
      CallFailure failure = assertThrows(CallFailure.class, () -> room.register(LONG));
      assertEquals(
          "the gatekeeper 127.0.0.1:9 did not answer gatekeeperRequest, sent 3 times",
          String.valueOf(failure.getMessage()));
    }
  }

  @Test
  void aGatekeeperThatDropsACallIsHeard() throws Exception {
    BlockingQueue<RasEvent> heard = new LinkedBlockingQueue<>();
    try (LiveGatekeeper gatekeeper = start(settings(), UNSEEN);
        RasEndpoint room =
            RasEndpoint.open(terminal(gatekeeper, 40_001, "room"), LOCAL, 0, UNSEEN)) {
      room.onEvent(heard::add);
      room.register(LONG);
      room.admit(
          AdmissionQuery.calling(call(1, false), new InetSocketAddress(LOCAL, 40_009), 1), LONG);
      gatekeeper.ask(
          (core, now) -> {
            core.drop(core.calls().getFirst(), now);
            return true;
          });
      RasEvent event = heard.poll(10, TimeUnit.SECONDS);
      while (event != null && !(event instanceof RasEvent.CallEnded)) {
        event = heard.poll(10, TimeUnit.SECONDS);
      }
      assertTrue(event instanceof RasEvent.CallEnded);
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (LiveGatekeeper gatekeeper = start(settings(), UNSEEN)) {
      GatekeeperSettings same =
          GatekeeperSettings.open(
              "second", gatekeeper.settings().ras(), new InetSocketAddress(LOCAL, 0));
      BindException failure = assertThrows(BindException.class, () -> start(same, UNSEEN));
      assertTrue(
          String.valueOf(failure.getMessage())
              .contains("127.0.0.1:" + gatekeeper.settings().ras().getPort() + " (UDP)"),
          failure.toString());
    }
  }

  @Test
  void dissectorsFindNothingWrongWithWhatBothSend() throws Exception {
    Tshark.assumeInstalled();
    Path capture = folder.resolve("ras.pcapng");
    int port;
    try (CaptureWriter writer =
        CaptureWriter.create(capture, "test", () -> System.currentTimeMillis() * 1_000_000L)) {
      Credentials account = new Credentials("room", "open sesame");
      try (LiveGatekeeper gatekeeper =
              start(
                  settings().withAccounts(List.of(account)).withRouting().withTraversal(),
                  writer::message);
          RasEndpoint room =
              RasEndpoint.open(
                  terminal(gatekeeper, 40_001, "room")
                      .with(account)
                      .withFeatures(parley.h323.traversal.TraversalClient.registrationFeatures()),
                  LOCAL,
                  0,
                  UNSEEN)) {
        port = gatekeeper.settings().ras().getPort();
        room.register(LONG);
        room.ask(AdmissionQuery.calling(call(2, false), List.of(Aliases.of("no")), 1), LONG);
        room.admit(
            AdmissionQuery.calling(call(1, false), new InetSocketAddress(LOCAL, 40_009), 1), LONG);
        room.bandwidth(call(1, false), 20, LONG);
        room.locate(List.of(Aliases.of("room")), LONG);
        gatekeeper.ask(
            (core, now) -> {
              RegisteredEndpoint endpoint = core.endpoints().getFirst();
              core.inquire(endpoint, now);
              core.indicate(endpoint, call(1, false).callId(), now);
              return true;
            });
        Thread.sleep(300);
        gatekeeper.ask(
            (core, now) -> {
              core.drop(core.calls().getFirst(), now);
              return true;
            });
        Thread.sleep(300);
        room.unregister(LONG);
      }
    }
    String fields =
        Tshark.output(
            "-n",
            "-r",
            capture.toString(),
            "-d",
            "udp.port==" + port + ",h225",
            "-T",
            "fields",
            "-e",
            "h225.RasMessage",
            "-e",
            "_ws.malformed",
            "-e",
            "_ws.expert.message");
    List<String> lines = fields.lines().toList();
    assertTrue(lines.size() >= 20, fields);
    for (String line : lines) {
      assertTrue(line.matches("\\d+\\t\\t"), line);
    }
  }
}
