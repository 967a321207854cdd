package parley.h323.gatekeeper;

import java.util.List;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.core.wire.Octets;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.RasMessage;
import parley.h323.h235.CryptoToken;
import parley.h323.ras.Aliases;
import parley.h323.ras.password.MessageSeal;
import parley.h323.ras.password.PasswordHash;
import parley.h323.ras.password.TokenCheck;

/** Checks who a message comes from, against the accounts (H.235.0, H.235.1). */
final class PasswordDesk {
  /** How far the clocks of an endpoint and this machine may be apart: an hour. */
  private static final long TOLERANCE_SECONDS = 3_600;

  private final List<Credentials> accounts;

  PasswordDesk(List<Credentials> accounts) {
    this.accounts = accounts;
  }

  /** Whether everybody is let in. */
  boolean isOpen() {
    return accounts.isEmpty();
  }

  /**
   * Whose password the message proves.
   *
   * @param registered the endpoint it says it comes from, which knows its account; in a first
   *     registration it is the token that names the user
   */
  Optional<Credentials> proven(
      RasMessage message, Octets octets, Optional<RegisteredEndpoint> registered, long seconds) {
    Optional<CryptoToken.CryptoHashedToken> seal = MessageSeal.of(message);
    Optional<CryptoH323Token.CryptoEPPwdHash> hash = PasswordHash.of(message);
    if (seal.isPresent()) {
      return registered
          .flatMap(RegisteredEndpoint::account)
          .or(() -> seal.get().hashedVals().sendersID().flatMap(this::account))
          .filter(account -> fresh(seal.get().hashedVals().timeStamp(), seconds))
          .filter(
              account ->
                  MessageSeal.check(message, octets, account.password()) == TokenCheck.RIGHT);
    }
    if (hash.isPresent()) {
      String user = withoutEnd(Aliases.text(hash.get().alias()));
      return account(user)
          .filter(account -> fresh(Optional.of(hash.get().timeStamp()), seconds))
          .filter(
              account ->
                  PasswordHash.check(hash.get(), user, account.password()) == TokenCheck.RIGHT);
    }
    return Optional.empty();
  }

  private static String withoutEnd(String name) {
    return name.endsWith("\0") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean fresh(Optional<Long> stamp, long seconds) {
    return stamp.filter(time -> Math.abs(time - seconds) <= TOLERANCE_SECONDS).isPresent();
  }

  private Optional<Credentials> account(String user) {
    return accounts.stream().filter(account -> account.user().equals(user)).findFirst();
  }
}
