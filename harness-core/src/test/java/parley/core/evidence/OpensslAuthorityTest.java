package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.InstalledProgram;

/** A time stamp authority that nobody here wrote: openssl answers, we only carry its octets. */
class OpensslAuthorityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 256"})
  void stampsABundle(String algorithm, int bits) throws Exception {
    InstalledProgram.require("openssl");
    TestKey authority = TestKey.timeStamping(algorithm, bits);
    prepare(authority);
    TestKey key = TestKey.selfSigned("EC", 256);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Path bundle =
          SmallBundle.write(
              BundleWriter.signedBy(key.signer()).stampedBy(TimeStampAuthority.at(address)),
              folder);
      Path anchors =
          Files.writeString(
              folder.resolve("anchors.pem"),
              TestKey.pem(key.chain().getLast()) + TestKey.pem(authority.chain().getLast()));
      BundleReport report = new BundleVerifier(TrustAnchors.fromPem(anchors)).check(bundle);
      assertTrue(report.intact(), report.problems().toString());
      TimeState.Stamped stamped = assertInstanceOf(TimeState.Stamped.class, report.time());
      assertEquals("1.2.3.4.1", stamped.policy());
      assertTrue(
          Duration.between(stamped.time(), Instant.now()).abs().toMinutes() < 5,
          stamped.toString());
    } finally {
      server.stop(0);
    }
  }

  private void prepare(TestKey authority) throws Exception {
    Files.writeString(
        folder.resolve("tsa.cnf"),
        """
        [tsa]
        default_tsa = here
        [here]
        serial = %s
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        """
            .formatted(folder.resolve("serial")));
    Files.writeString(folder.resolve("serial"), "01\n");
    Files.writeString(folder.resolve("tsa.pem"), TestKey.pem(authority.chain().getFirst()));
    Files.writeString(folder.resolve("chain.pem"), TestKey.pem(authority.chain().getLast()));
    Files.writeString(
        folder.resolve("tsa.key"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(authority.pair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path query = folder.resolve("query.tsq");
      Path reply = folder.resolve("reply.tsr");
      Files.write(query, exchange.getRequestBody().readAllBytes());
      Process process =
          new ProcessBuilder(
                  "openssl",
                  "ts",
                  "-reply",
                  "-config",
                  "tsa.cnf",
                  "-queryfile",
                  "query.tsq",
                  "-signer",
                  "tsa.pem",
                  "-inkey",
                  "tsa.key",
                  "-chain",
                  "chain.pem",
                  "-out",
                  "reply.tsr")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openssl.log").toFile())
              .start();
      assertEquals(0, process.waitFor());
      byte[] octets = Files.readAllBytes(reply);
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, octets.length);
      exchange.getResponseBody().write(octets);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
