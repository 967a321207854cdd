package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A real RFC 3161 authority on loopback, which can also be told to behave badly. */
final class LocalAuthority implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");
  static final String POLICY = "1.3.6.1.4.1.99999.1";

  enum Manner {
    HONEST,
    REFUSES,
    IGNORES_THE_NONCE,
    STAMPS_SOMETHING_ELSE,
    ANSWERS_NONSENSE,
    ANSWERS_TOO_MUCH,
    HAS_AN_ERROR,
    SLEEPS
  }

  final TestKey key;
  private final HttpServer server;
  private final AtomicReference<Manner> manner = new AtomicReference<>(Manner.HONEST);

  LocalAuthority(TestKey key) throws IOException {
    this.key = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/stamp", this::answer);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  LocalAuthority behaving(Manner wanted) {
    manner.set(wanted);
    return this;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stamp");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      byte[] answer =
          switch (manner.get()) {
            case ANSWERS_NONSENSE -> "<html>sign in to the hotel network</html>".getBytes(UTF_8);
            case ANSWERS_TOO_MUCH -> new byte[1 << 20];
            case HAS_AN_ERROR -> new byte[0];
            case SLEEPS -> {
              Thread.sleep(3000);
              yield new byte[0];
            }
            default -> stamp(new TimeStampRequest(asked));
          };
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      int status = manner.get() == Manner.HAS_AN_ERROR ? 503 : 200;
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private byte[] stamp(TimeStampRequest asked) throws Exception {
    String algorithm =
        key.pair().getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build(
                    algorithm,
                    key.pair().getPrivate(),
                    BouncyCastle.certificate(key.chain().getFirst())),
            new BcDigestCalculatorProvider()
                .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
            new ASN1ObjectIdentifier(POLICY));
    tokens.addCertificates(new JcaCertStore(key.chain()));
    TimeStampResponseGenerator responses =
        new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    TimeStampRequestGenerator other = new TimeStampRequestGenerator();
    other.setCertReq(true);
    TimeStampRequest request =
        switch (manner.get()) {
          case IGNORES_THE_NONCE ->
              other.generate(asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest());
          case STAMPS_SOMETHING_ELSE ->
              other.generate(TSPAlgorithms.SHA256, new byte[32], asked.getNonce());
          default -> asked;
        };
    return manner.get() == Manner.REFUSES
        ? responses.generateFailResponse(2, 1 << 30, "not today").getEncoded()
        : responses.generate(request, BigInteger.valueOf(4711), Date.from(NOW)).getEncoded();
  }
}
