package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.core.call.Credentials;
import parley.sip.auth.AuthParameters;
import parley.sip.auth.Digest;
import parley.sip.auth.DigestAlgorithm;
import parley.sip.message.SipHeader;

/** Asks who the other side is and checks its answer (RFC 3261 §22, RFC 8760). */
final class Challenger {
  private static final String REALM = "parley";
  private static final long NONCE_NANOS = 60_000_000_000L;
  private static final int MAX_NONCES = 10_000;

  private final SipSide side;
  private final Map<String, Long> nonces = new ConcurrentHashMap<>();

  Challenger(SipSide side) {
    this.side = side;
  }

  /** What became of the credentials of a request. */
  sealed interface Result {
    record Verified(Credentials account) implements Result {}

    /** To be answered with 401 and these headers. */
    record Ask(List<SipHeader> headers) implements Result {}

    /** Credentials were given and are wrong: to be answered with 403. */
    record Wrong() implements Result {}
  }

  Result check(SIPRequest request) {
    List<String> given = SipSide.values(request, "Authorization");
    if (given.isEmpty()) {
      return ask(false);
    }
    AuthParameters parameters = AuthParameters.read(given.getFirst());
    Optional<Credentials> account =
        side.setup().accounts().stream()
            .filter(each -> each.user().equals(parameters.value("username").orElse("")))
            .filter(each -> Digest.correct(parameters, each, request.getMethod()))
            .findFirst();
    if (account.isEmpty()
        || !parameters.value("realm").orElse("").equals(REALM)
        || !allowed(parameters)) {
      return new Result.Wrong();
    }
    Long issued = nonces.get(parameters.value("nonce").orElse(""));
    if (issued == null || System.nanoTime() - issued > NONCE_NANOS) {
      return ask(true);
    }
    return new Result.Verified(account.get());
  }

  private boolean allowed(AuthParameters parameters) {
    return Digest.algorithm(parameters).filter(algorithms()::contains).isPresent();
  }

  private List<DigestAlgorithm> algorithms() {
    return side.behaviour().onlyMd5()
        ? List.of(DigestAlgorithm.MD5)
        : List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
  }

  private Result ask(boolean stale) {
    if (nonces.size() >= MAX_NONCES) {
      nonces.clear();
    }
    String nonce = SipSide.token() + SipSide.token();
    nonces.put(nonce, System.nanoTime());
    List<SipHeader> headers = new ArrayList<>();
    for (DigestAlgorithm algorithm : algorithms()) {
      headers.add(
          new SipHeader(
              "WWW-Authenticate",
              "Digest realm=\""
                  + REALM
                  + "\", nonce=\""
                  + nonce
                  + "\", algorithm="
                  + algorithm.token()
                  + ", qop=\"auth\""
                  + (stale ? ", stale=true" : "")));
    }
    return new Result.Ask(headers);
  }
}
