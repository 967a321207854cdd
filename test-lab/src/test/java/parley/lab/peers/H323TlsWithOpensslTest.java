package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.CallFailure;
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
import parley.h323.agent.H323Call;
import parley.h323.agent.H323Signalling;
import parley.h323.q931.MessageType;
import parley.h323.q931.SignalMessage;
import parley.h323.trace.H323Trace;
import parley.h323.transport.Tpkt;

/**
 * H.225.0 inside TLS, with openssl at the other end of the connection. What goes in is what other
 * stacks said, and what comes out is read after openssl has decrypted it.
 */
@Timeout(60)
class H323TlsWithOpensslTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @TempDir private Path folder;

  @Test
  void aSetupThatOpensslEncryptedIsTaken() throws Exception {
    Peers.require("openssl");
    Octets setup = recordedSetup();
    try (H323Signalling ours = open()) {
      ours.onIncoming(call -> call.accept(sound()));
      Process openssl =
          openssl("s_client", "-quiet", "-connect", "127.0.0.1:" + ours.address(true).getPort());
      try (DataInputStream in = new DataInputStream(openssl.getInputStream())) {
        openssl.getOutputStream().write(Tpkt.around(setup).toArray());
        openssl.getOutputStream().flush();
        assertEquals(MessageType.CALL_PROCEEDING, hear(in).q931().type());
        assertEquals(MessageType.CONNECT, hear(in).q931().type());
      } finally {
        end(openssl);
      }
    }
  }

  @Test
  void opensslDecryptsOurSetup() throws Exception {
    Peers.require("openssl");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    var _ =
        Program.output(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=room",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString());
    int port = freePort();
    Process openssl =
        openssl(
            "s_server",
            "-quiet",
            "-accept",
            "127.0.0.1:" + port,
            "-key",
            key.toString(),
            "-cert",
            certificate.toString());
    try (H323Signalling ours = open();
        DataInputStream in = new DataInputStream(openssl.getInputStream())) {
      H323Call call = dialOnceItListens(ours, port);
      SignalMessage setup = hear(in);
      assertEquals(MessageType.SETUP, setup.q931().type());
      assertTrue(setup.pdu().isPresent(), setup::toString);
      call.cancel();
      assertEquals(MessageType.RELEASE_COMPLETE, hear(in).q931().type());
      assertThrows(CallFailure.class, () -> call.awaitAnswer(Duration.ofSeconds(5)));
    } finally {
      end(openssl);
    }
  }

  private static H323Call dialOnceItListens(H323Signalling ours, int port) throws Exception {
    Target target = Target.parse("h323:room@127.0.0.1:" + port + ";transport=tls");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      try {
        return ours.dial(target, sound());
      } catch (CallFailure notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  private static Process openssl(String... words) throws IOException {
    return new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(words)).toList())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process openssl) throws InterruptedException {
    openssl.destroy();
    assertTrue(openssl.waitFor(10, TimeUnit.SECONDS));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, HERE)) {
      return any.getLocalPort();
    }
  }

  private static SignalMessage hear(DataInputStream in) throws IOException {
    byte[] header = new byte[4];
    in.readFully(header);
    byte[] content = new byte[Octets.of(header).u16(2) - header.length];
    in.readFully(content);
    SignalMessage.Decoded decoded = SignalMessage.decode(Octets.of(content));
    assertEquals(List.of(), decoded.problems());
    return decoded.message().orElseThrow();
  }

  /** From Asterisk, with fast start and tunnelled H.245. */
  private static Octets recordedSetup() throws IOException {
    Path capture =
        Path.of(System.getProperty("parley.root", "."))
            .resolve("../shared/samples/h323/ast1_ast2_tunnel_fs.pcap")
            .normalize();
    Assumptions.assumeTrue(Files.exists(capture), "no sample at " + capture);
    return H323Trace.read(TraceInput.of(CaptureReader.readAll(capture))).messages().stream()
        .filter(message -> message.name().equals("setup"))
        .map(TracedMessage::octets)
        .map(octets -> Tpkt.content(octets).orElse(octets))
        .findFirst()
        .orElseThrow();
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

  private static MediaDescription sound() {
    return new MediaDescription(
        List.of(
            new MediaLine(
                MediaKind.AUDIO,
                new InetSocketAddress(HERE, 39_000),
                new InetSocketAddress(HERE, 39_001),
                MediaDirection.SENDRECV,
                List.of(new Format(0, "PCMU", 8000), new Format(8, "PCMA", 8000)))));
  }
}
