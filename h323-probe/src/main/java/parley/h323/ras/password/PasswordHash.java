package parley.h323.ras.password;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.RasMessage;
import parley.h323.h235.ClearToken;
import parley.h323.h235.HASHED;
import parley.h323.h235.Params;
import parley.h323.per.BitString;
import parley.h323.per.ObjectIdentifier;
import parley.h323.ras.message.RasParts;

/**
 * A password proved by MD5 over a token that holds it (H.235.0 clause 10.3.4, {@code
 * cryptoEPPwdHash}): the token has the alias, the time and the password, and only its hash goes
 * over the wire.
 *
 * <p>The stacks in the field end alias and password with a zero character before they hash; this
 * one does so too, and accepts both forms. No capture at hand holds such a token: what is tested is
 * that both of our sides agree.
 */
public final class PasswordHash {
  private static final ObjectIdentifier ANY = ObjectIdentifier.of("0.0");
  private static final String END = "\0";

  private PasswordHash() {}

  /** The token for this alias and time, in seconds since 1970-01-01T00:00Z. */
  public static CryptoH323Token of(AliasAddress alias, String name, String password, long seconds) {
    return new CryptoH323Token.CryptoEPPwdHash(
        alias,
        seconds,
        new HASHED(
            PasswordMethod.MD5_HASH.algorithm(),
            Params.with().build(),
            BitString.of(hash(name, password, seconds, END))));
  }

  /** The token of a message, if it has one. */
  public static Optional<CryptoH323Token.CryptoEPPwdHash> of(RasMessage message) {
    return RasParts.cryptoTokens(message).stream()
        .filter(CryptoH323Token.CryptoEPPwdHash.class::isInstance)
        .map(CryptoH323Token.CryptoEPPwdHash.class::cast)
        .findFirst();
  }

  /**
   * Whether the token was made with this password.
   *
   * @param name the alias in it as text
   */
  public static TokenCheck check(
      CryptoH323Token.CryptoEPPwdHash token, String name, String password) {
    boolean right =
        token.token().algorithmOID().equals(PasswordMethod.MD5_HASH.algorithm())
            && List.of(END, "").stream()
                .anyMatch(
                    end ->
                        MessageDigest.isEqual(
                            token.token().hash().octets().toArray(),
                            hash(name, password, token.timeStamp(), end).toArray()));
    return right ? TokenCheck.RIGHT : TokenCheck.WRONG;
  }

  private static Octets hash(String name, String password, long seconds, String end) {
    Octets token =
        ClearToken.with()
            .tokenOID(ANY)
            .timeStamp(seconds)
            .password(password + end)
            .generalID(name + end)
            .build()
            .encode();
    try {
      return Octets.of(MessageDigest.getInstance("MD5").digest(token.toArray()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has MD5", missing);
    }
  }
}
