package parley.h323.gatekeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.core.call.SignallingTap;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.ReleaseCompleteReason;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.MessageType;
import parley.h323.q931.SignalMessage;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.Aliases;
import parley.h323.ras.CallIdentity;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.RasEvent;
import parley.h323.ras.RasSettings;
import parley.h323.ras.live.RasEndpoint;
import parley.h323.traversal.TraversalClient;

/** Call signalling through the gatekeeper, with a Setup that h323plus wrote. */
class RelayTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();
  private static final SignallingTap UNSEEN =
      (protocol, transport, heading, ours, theirs, bytes) -> {};
  private static final Octets CALL = Octets.ofHex("5c2c3e6b8ce4f111940202fc00000001");

  /** A Setup from simple2 to simple1, as a stack nobody here wrote puts it. */
  private static final Octets SETUP = Octets.ofHex(SetupOfAnother.HEX);

  private static Octets tpkt(Octets message) {
    byte[] all = new byte[message.length() + 4];
    all[0] = 3;
    all[2] = (byte) (all.length >> 8);
    all[3] = (byte) all.length;
    message.copyTo(all, 4);
    return Octets.of(all);
  }

  private static Octets read(Socket socket) throws IOException {
    socket.setSoTimeout(15_000);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] head = new byte[4];
    in.readFully(head);
    byte[] rest = new byte[((head[2] & 0xff) << 8 | (head[3] & 0xff)) - 4];
    in.readFully(rest);
    return Octets.of(rest);
  }

  private static SetupUUIE setup(Octets message) {
    H323UUPDU pdu = SignalMessage.decode(message).message().orElseThrow().pdu().orElseThrow();
    assertTrue(pdu.h323MessageBody() instanceof H323UUPDU.H323MessageBody.Setup);
    return ((H323UUPDU.H323MessageBody.Setup) pdu.h323MessageBody()).value();
  }

  private static RasSettings terminal(LiveGatekeeper gatekeeper, int port, String alias) {
    return LoopbackTest.terminal(gatekeeper, port, alias);
  }

  private static CallIdentity call() {
    return new CallIdentity(25_159, CALL, CALL, false);
  }

  @Test
  void aSetupGoesOnWithTheAddressesChangedAndAllElseGoesBothWays() throws Exception {
    try (ServerSocket called = new ServerSocket(0, 5, LOCAL);
        LiveGatekeeper gatekeeper =
            LiveGatekeeper.start(LoopbackTest.settings().withRouting(), UNSEEN, event -> {});
        RasEndpoint caller =
            RasEndpoint.open(terminal(gatekeeper, 40_001, "simple2"), LOCAL, 0, UNSEEN);
        RasEndpoint callee =
            RasEndpoint.open(
                terminal(gatekeeper, called.getLocalPort(), "simple1"), LOCAL, 0, UNSEEN)) {
      caller.register(LONG);
      callee.register(LONG);
      InetSocketAddress through =
          caller
              .admit(AdmissionQuery.calling(call(), List.of(Aliases.of("simple1")), 1_000), LONG)
              .destination();
      assertEquals(gatekeeper.settings().signalling(), through);
      try (Socket calling = new Socket(through.getAddress(), through.getPort())) {
        calling.getOutputStream().write(tpkt(SETUP).toArray());
        try (Socket answering = called.accept()) {
          Octets got = read(answering);
          SetupUUIE before = setup(SETUP);
          SetupUUIE after = setup(got);
          assertEquals(
              NetworkAddresses.transport(new InetSocketAddress(LOCAL, called.getLocalPort())),
              after.destCallSignalAddress().orElseThrow());
          assertEquals(
              NetworkAddresses.transport(through), after.sourceCallSignalAddress().orElseThrow());
          assertEquals(before.callIdentifier(), after.callIdentifier());
          assertEquals(before.sourceInfo(), after.sourceInfo());
          assertEquals(SETUP.length(), got.length());
          answering.getOutputStream().write(tpkt(Octets.ofHex("08 02 e2 47 02")).toArray());
          assertEquals(Octets.ofHex("08 02 e2 47 02"), read(calling));
          calling.getOutputStream().write(tpkt(Octets.ofHex("08 02 62 47 5a")).toArray());
          assertEquals(Octets.ofHex("08 02 62 47 5a"), read(answering));
          calling.shutdownOutput();
          assertEquals(-1, answering.getInputStream().read());
        }
      }
    }
  }

  @Test
  void aCallNobodyAdmittedIsReleased() throws Exception {
    try (LiveGatekeeper gatekeeper =
            LiveGatekeeper.start(LoopbackTest.settings().withRouting(), UNSEEN, event -> {});
        Socket calling = new Socket(LOCAL, gatekeeper.settings().signalling().getPort())) {
      calling.getOutputStream().write(tpkt(SETUP).toArray());
      SignalMessage answer = SignalMessage.decode(read(calling)).message().orElseThrow();
      assertEquals(MessageType.RELEASE_COMPLETE, answer.q931().type());
      assertTrue(
          answer.pdu().orElseThrow().h323MessageBody()
                  instanceof H323UUPDU.H323MessageBody.ReleaseComplete(var release)
              && release.reason().orElseThrow()
                  instanceof ReleaseCompleteReason.CallerNotRegistered);
      assertEquals(-1, calling.getInputStream().read());
    }
  }

  @Test
  void nonsenseEndsItsConnection() throws Exception {
    try (LiveGatekeeper gatekeeper =
            LiveGatekeeper.start(LoopbackTest.settings().withRouting(), UNSEEN, event -> {});
        Socket calling = new Socket(LOCAL, gatekeeper.settings().signalling().getPort())) {
      calling.setSoTimeout(10_000);
      calling.getOutputStream().write(tpkt(Octets.ofHex("ff ff ff")).toArray());
      assertEquals(-1, calling.getInputStream().read());
    }
  }

  @Test
  void anEndpointBehindANatOpensTheConnectionOfItsCall() throws Exception {
    BlockingQueue<RasEvent> heard = new LinkedBlockingQueue<>();
    try (LiveGatekeeper gatekeeper =
            LiveGatekeeper.start(
                LoopbackTest.settings().withRouting().withTraversal(), UNSEEN, event -> {});
        RasEndpoint caller =
            RasEndpoint.open(terminal(gatekeeper, 40_001, "simple2"), LOCAL, 0, UNSEEN);
        RasEndpoint callee =
            RasEndpoint.open(
                terminal(gatekeeper, 40_002, "simple1")
                    .withFeatures(TraversalClient.registrationFeatures()),
                LOCAL,
                0,
                UNSEEN)) {
      callee.onEvent(heard::add);
      caller.register(LONG);
      assertTrue(TraversalClient.isServed(callee.register(LONG).message().featureSet()));
      InetSocketAddress through =
          caller
              .admit(AdmissionQuery.calling(call(), List.of(Aliases.of("simple1")), 1_000), LONG)
              .destination();
      try (Socket calling = new Socket(through.getAddress(), through.getPort())) {
        calling.getOutputStream().write(tpkt(SETUP).toArray());
        RasEvent event = heard.poll(10, TimeUnit.SECONDS);
        while (event != null && !(event instanceof RasEvent.ServiceControl)) {
          event = heard.poll(10, TimeUnit.SECONDS);
        }
        assertTrue(event instanceof RasEvent.ServiceControl);
        TraversalClient.Opening opening =
            TraversalClient.open(
                TraversalClient.incoming(((RasEvent.ServiceControl) event).indication())
                    .orElseThrow());
        try (Socket answering =
            new Socket(opening.address().getAddress(), opening.address().getPort())) {
          Octets facility =
              SignalMessage.of(0, false, MessageType.FACILITY, List.of(), opening.facility())
                  .encode();
          answering.getOutputStream().write(tpkt(facility).toArray());
          assertEquals(setup(SETUP).callIdentifier(), setup(read(answering)).callIdentifier());
          answering.getOutputStream().write(tpkt(Octets.ofHex("08 02 e2 47 02")).toArray());
          assertEquals(Octets.ofHex("08 02 e2 47 02"), read(calling));
        }
      }
    }
  }
}
