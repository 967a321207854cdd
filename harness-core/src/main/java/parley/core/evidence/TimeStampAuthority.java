package parley.core.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import parley.core.wire.Octets;

/** An RFC 3161 time stamp authority, asked over HTTP (section 3.4). */
public final class TimeStampAuthority {
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);
  private static final int LARGEST_ANSWER = 1 << 18;
  private static final int NONCE_BITS = 64;
  private static final int OK = 200;

  private final URI address;
  private final Duration timeout;

  private TimeStampAuthority(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  public static TimeStampAuthority at(URI address) throws EvidenceFailure {
    return at(address, USUAL_TIMEOUT);
  }

  /** {@code timeout} is for the whole exchange. */
  public static TimeStampAuthority at(URI address, Duration timeout) throws EvidenceFailure {
    String scheme = address.getScheme() == null ? "" : address.getScheme();
    if (!Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
        || address.getHost() == null) {
      throw new EvidenceFailure(
          "'" + address + "' is no address of a time stamp authority: give an http or https URL");
    }
    return new TimeStampAuthority(address, timeout);
  }

  public URI address() {
    return address;
  }

  /** A token over SHA-256 of {@code signatureValue}, checked, in its {@link TimeStampForm}. */
  Octets stamp(Octets signatureValue) throws EvidenceFailure {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      TimeStampRequest request =
          generator.generate(
              TSPAlgorithms.SHA256,
              ContentDigest.sha256Of(signatureValue).toArray(),
              new BigInteger(NONCE_BITS, new SecureRandom()));
      TimeStampResponse response = new TimeStampResponse(ask(request.getEncoded()));
      // Status, nonce, imprint and policy belong to this request (RFC 3161 section 2.2).
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw failure("refused: " + response.getStatusString());
      }
      Octets token = TimeStampForm.canonical(Octets.of(response.getTimeStampToken().getEncoded()));
      TimeStampForm.check(token, signatureValue);
      return token;
    } catch (TSPException | IOException | GeneralSecurityException e) {
      throw failure("gave no usable time stamp: " + Signer.reason(e), e);
    } catch (RuntimeException e) {
      throw failure("gave an answer that cannot be read", e);
    }
  }

  private byte[] ask(byte[] request) throws EvidenceFailure {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/timestamp-query")
            .header("Accept", "application/timestamp-reply")
            .POST(BodyPublishers.ofByteArray(request))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      CompletableFuture<HttpResponse<byte[]>> answer =
          client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
      try {
        HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (response.statusCode() != OK) {
          throw failure("answered with HTTP status " + response.statusCode());
        }
        return response.body();
      } finally {
        client.shutdownNow();
      }
    } catch (TimeoutException e) {
      throw failure("did not answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw failure("could not be asked (" + Signer.reason(cause) + ")", cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("could not be asked: interrupted", e);
    }
  }

  private EvidenceFailure failure(String what) {
    return new EvidenceFailure(message(what));
  }

  private EvidenceFailure failure(String what, Throwable cause) {
    return new EvidenceFailure(message(what), cause);
  }

  private String message(String what) {
    return "the time stamp authority "
        + address
        + " "
        + what
        + "; check the address, try again, or name another authority";
  }
}
