package parley.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.Credentials;

/** Digest authentication: the answer to a challenge and its check (RFC 7616, RFC 8760). */
public final class Digest {
  private Digest() {}

  /** The strongest digest challenge of a response that we can answer (RFC 8760 §2.4). */
  public static Optional<AuthParameters> strongest(List<String> challenges) {
    return challenges.stream()
        .map(AuthParameters::read)
        .filter(AuthParameters::isDigest)
        .filter(challenge -> algorithm(challenge).isPresent() && qop(challenge).isPresent())
        .max(Comparator.comparing(challenge -> algorithm(challenge).orElseThrow()));
  }

  /** MD5 where nothing is said (RFC 7616 §3.3). */
  public static Optional<DigestAlgorithm> algorithm(AuthParameters parameters) {
    return DigestAlgorithm.of(parameters.value("algorithm").orElse("MD5"));
  }

  /**
   * "auth" where it is offered, an empty text for the old form without; empty for auth-int only.
   */
  private static Optional<String> qop(AuthParameters challenge) {
    Optional<String> offered = challenge.value("qop");
    if (offered.isEmpty()) {
      return Optional.of("");
    }
    for (String option : offered.get().split(",")) {
      if (option.trim().equalsIgnoreCase("auth")) {
        return Optional.of("auth");
      }
    }
    return Optional.empty();
  }

  /**
   * The response value (RFC 7616 §3.4.1).
   *
   * @param qop "auth", or empty for the form of RFC 2069
   */
  public static String response(
      DigestAlgorithm algorithm,
      Credentials credentials,
      String realm,
      String nonce,
      String method,
      String uri,
      String qop,
      String count,
      String clientNonce) {
    String secret = algorithm.hash(credentials.user() + ":" + realm + ":" + credentials.password());
    String request = algorithm.hash(method + ":" + uri);
    return algorithm.hash(
        qop.isEmpty()
            ? secret + ":" + nonce + ":" + request
            : String.join(":", secret, nonce, count, clientNonce, qop, request));
  }

  /**
   * Value of an Authorization header that answers {@code challenge}.
   *
   * @param count how often this nonce was used, from 1
   */
  public static String authorization(
      AuthParameters challenge,
      Credentials credentials,
      String method,
      String uri,
      int count,
      String clientNonce) {
    DigestAlgorithm algorithm = algorithm(challenge).orElse(DigestAlgorithm.MD5);
    String realm = challenge.value("realm").orElse("");
    String nonce = challenge.value("nonce").orElse("");
    String qop = qop(challenge).orElse("");
    String nc = String.format(Locale.ROOT, "%08x", count);
    StringBuilder value =
        new StringBuilder("Digest username=\"")
            .append(quoted(credentials.user()))
            .append("\", realm=\"")
            .append(quoted(realm))
            .append("\", nonce=\"")
            .append(quoted(nonce))
            .append("\", uri=\"")
            .append(quoted(uri))
            .append("\", response=\"")
            .append(
                response(algorithm, credentials, realm, nonce, method, uri, qop, nc, clientNonce))
            .append('"');
    challenge
        .value("algorithm")
        .ifPresent(name -> value.append(", algorithm=").append(algorithm.token()));
    if (!qop.isEmpty()) {
      value
          .append(", cnonce=\"")
          .append(clientNonce)
          .append("\", qop=")
          .append(qop)
          .append(", nc=")
          .append(nc);
    }
    challenge
        .value("opaque")
        .ifPresent(opaque -> value.append(", opaque=\"").append(quoted(opaque)).append('"'));
    return value.toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /**
   * Checks credentials against a password; a missing or unknown part is false. Whether the nonce is
   * one of ours is for the caller to say.
   */
  public static boolean correct(AuthParameters given, Credentials account, String method) {
    Optional<DigestAlgorithm> algorithm = algorithm(given);
    String qop = given.value("qop").orElse("");
    if (!given.isDigest()
        || algorithm.isEmpty()
        || !given.value("username").orElse("").equals(account.user())
        || !(qop.isEmpty() || qop.equalsIgnoreCase("auth"))) {
      return false;
    }
    String expected =
        response(
            algorithm.get(),
            account,
            given.value("realm").orElse(""),
            given.value("nonce").orElse(""),
            method,
            given.value("uri").orElse(""),
            qop,
            given.value("nc").orElse(""),
            given.value("cnonce").orElse(""));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII),
        given
            .value("response")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .getBytes(StandardCharsets.UTF_8));
  }
}
