package parley.h323.ras.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.core.wire.Octets;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.RasMessage;
import parley.h323.h235.ClearToken;
import parley.h323.h235.CryptoToken;
import parley.h323.h235.HASHED;
import parley.h323.h235.Params;
import parley.h323.per.BitString;
import parley.h323.per.ObjectIdentifier;
import parley.h323.ras.message.RasParts;

/**
 * The baseline security profile, procedure I (H.235.1): a message is sent with the first 96 bits of
 * HMAC-SHA1 over all its octets, those of the hash itself counted as zero. The key is SHA-1 of the
 * password.
 */
public final class MessageSeal {
  /** "A": everything in the message is covered. */
  private static final ObjectIdentifier ALL_FIELDS = ObjectIdentifier.of("0.0.8.235.0.2.1");

  /** "T": the clear token in it belongs to this profile. */
  private static final ObjectIdentifier CLEAR_TOKEN = ObjectIdentifier.of("0.0.8.235.0.2.5");

  private static final int HASH_OCTETS = 12;

  private MessageSeal() {}

  /**
   * The octets to send.
   *
   * @param sender who we are: our alias, later the endpoint identifier; a gatekeeper's identifier
   * @param receiver whom it is for
   * @param seconds since 1970-01-01T00:00Z
   * @param random different for each message of one second
   */
  public static Octets seal(
      RasMessage message,
      String password,
      String sender,
      Optional<String> receiver,
      long seconds,
      int random) {
    List<CryptoH323Token> others = RasParts.cryptoTokens(message);
    byte[] zeros = new byte[HASH_OCTETS];
    CryptoH323Token.NestedcryptoToken empty = token(sender, receiver, seconds, random, zeros);
    byte[] hash = hash(password, RasParts.withCryptoTokens(message, with(others, empty)).encode());
    return RasParts.withCryptoTokens(
            message, with(others, token(sender, receiver, seconds, random, hash)))
        .encode();
  }

  private static List<CryptoH323Token> with(List<CryptoH323Token> others, CryptoH323Token own) {
    List<CryptoH323Token> all = new ArrayList<>(others);
    all.add(own);
    return all;
  }

  private static CryptoH323Token.NestedcryptoToken token(
      String sender, Optional<String> receiver, long seconds, int random, byte[] hash) {
    return new CryptoH323Token.NestedcryptoToken(
        new CryptoToken.CryptoHashedToken(
            ALL_FIELDS,
            ClearToken.with()
                .tokenOID(CLEAR_TOKEN)
                .timeStamp(seconds)
                .random(java.math.BigInteger.valueOf(random))
                .generalID(receiver)
                .sendersID(sender)
                .build(),
            new HASHED(
                PasswordMethod.HMAC_SHA1_96.algorithm(),
                Params.with().build(),
                BitString.of(Octets.of(hash)))));
  }

  /** The seal of a message, if it has one. */
  public static Optional<CryptoToken.CryptoHashedToken> of(RasMessage message) {
    return RasParts.cryptoTokens(message).stream()
        .filter(CryptoH323Token.NestedcryptoToken.class::isInstance)
        .map(token -> ((CryptoH323Token.NestedcryptoToken) token).value())
        .filter(CryptoToken.CryptoHashedToken.class::isInstance)
        .map(CryptoToken.CryptoHashedToken.class::cast)
        .filter(token -> token.tokenOID().equals(ALL_FIELDS))
        .filter(
            token -> token.token().algorithmOID().equals(PasswordMethod.HMAC_SHA1_96.algorithm()))
        .findFirst();
  }

  /**
   * Whether the seal was made with this password and the message is as it was then.
   *
   * @param octets as they were received: to encode anew would not give the sender's own encoding
   */
  public static TokenCheck check(RasMessage message, Octets octets, String password) {
    Optional<CryptoToken.CryptoHashedToken> token = of(message);
    if (token.isEmpty()) {
      return TokenCheck.ABSENT;
    }
    BitString bits = token.get().token().hash();
    if (bits.length() != HASH_OCTETS * 8) {
      return TokenCheck.WRONG;
    }
    byte[] said = bits.octets().toArray();
    byte[] whole = octets.toArray();
    // The hash stands on whole octets (X.691 15.11); by chance its pattern may stand twice.
    for (int at = 0; at + HASH_OCTETS <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + HASH_OCTETS, said, 0, HASH_OCTETS)) {
        byte[] blank = whole.clone();
        Arrays.fill(blank, at, at + HASH_OCTETS, (byte) 0);
        if (MessageDigest.isEqual(said, hash(password, Octets.of(blank)))) {
          return TokenCheck.RIGHT;
        }
      }
    }
    return TokenCheck.WRONG;
  }

  private static byte[] hash(String password, Octets octets) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return Arrays.copyOf(mac.doFinal(octets.toArray()), HASH_OCTETS);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has HMAC-SHA1", missing);
    }
  }
}
