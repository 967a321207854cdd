package parley.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Hash functions of digest authentication, weakest first (RFC 7616 §3.2, RFC 8760 §2.1). */
public enum DigestAlgorithm {
  MD5("MD5", "MD5"),
  SHA_256("SHA-256", "SHA-256");

  private final String token;
  private final String platform;

  DigestAlgorithm(String token, String platform) {
    this.token = token;
    this.platform = platform;
  }

  /** The name as it stands in a header. */
  public String token() {
    return token;
  }

  public static Optional<DigestAlgorithm> of(String token) {
    for (DigestAlgorithm each : values()) {
      if (each.token.equalsIgnoreCase(token)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Hash of a text in lower-case hexadecimal. */
  public String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(platform);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
