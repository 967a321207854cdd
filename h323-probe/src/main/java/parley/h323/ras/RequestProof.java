package parley.h323.ras;

import java.util.List;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.core.wire.Octets;
import parley.h323.h225.GatekeeperConfirm;
import parley.h323.h225.RasMessage;
import parley.h323.ras.message.RasParts;
import parley.h323.ras.password.MessageSeal;
import parley.h323.ras.password.PasswordHash;
import parley.h323.ras.password.PasswordMethod;
import parley.h323.ras.password.TokenCheck;

/** Puts the proof of the password into what an endpoint sends, in the way that was agreed. */
final class RequestProof {
  private static final long SECOND = 1_000_000_000L;

  private final RasSettings settings;
  private Optional<PasswordMethod> method;
  private int tokens;

  RequestProof(RasSettings settings, int firstToken) {
    this.settings = settings;
    method = settings.method();
    tokens = firstToken;
  }

  /** The gatekeeper has chosen; what the settings want goes first. */
  void chosen(GatekeeperConfirm confirm) {
    method = settings.method().or(() -> PasswordMethod.chosen(confirm));
  }

  /** The octets to send. A GRQ comes before anything is agreed; all after it is proved. */
  Octets octets(
      RasMessage message,
      Optional<String> endpointIdentifier,
      Optional<String> gatekeeper,
      long now) {
    if (settings.credentials().isEmpty()
        || method.isEmpty()
        || message instanceof RasMessage.GatekeeperRequest) {
      return message.encode();
    }
    Credentials account = settings.credentials().get();
    return switch (method.get()) {
      case MD5_HASH ->
          RasParts.withCryptoTokens(
                  message,
                  List.of(
                      PasswordHash.of(
                          Aliases.of(account.user()),
                          account.user(),
                          account.password(),
                          now / SECOND)))
              .encode();
      case HMAC_SHA1_96 -> {
        tokens = tokens + 1 & Integer.MAX_VALUE;
        yield MessageSeal.seal(
            message,
            account.password(),
            endpointIdentifier.orElse(account.user()),
            gatekeeper,
            now / SECOND,
            tokens);
      }
    };
  }

  /** Whether a message carries a seal that our password did not make. */
  boolean isForged(RasMessage message, Octets octets) {
    return settings
        .credentials()
        .filter(
            account -> MessageSeal.check(message, octets, account.password()) == TokenCheck.WRONG)
        .isPresent();
  }
}
