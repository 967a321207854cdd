package parley.core.plan;

import java.util.Optional;

/**
 * How a bundle is signed.
 *
 * @param key PKCS#12 file as written; empty: the user's own self-signed key
 * @param passwordFrom where the password of the key stands
 * @param timeStampUrl RFC 3161 time-stamp authority; empty: the bundle says it has no time stamp
 */
public record Signing(
    Optional<String> key, Optional<PasswordSource> passwordFrom, Optional<String> timeStampUrl) {
  /** The user's own key and no time stamp. */
  public static final Signing SELF_SIGNED =
      new Signing(Optional.empty(), Optional.empty(), Optional.empty());
}
