package parley.h323.ras.password;

import java.util.List;
import java.util.Optional;
import parley.h323.h225.GatekeeperConfirm;
import parley.h323.h235.AuthenticationMechanism;
import parley.h323.per.ObjectIdentifier;

/** The ways to prove a password that are spoken here. */
public enum PasswordMethod {
  /** {@code cryptoEPPwdHash} with MD5 (H.235.0 clause 10.3.4): the endpoint alone proves itself. */
  MD5_HASH("1.2.840.113549.2.5"),
  /**
   * HMAC-SHA1-96 over the whole message (H.235.1 procedure I): both sides prove themselves, and
   * that nothing was changed on the way.
   */
  HMAC_SHA1_96("0.0.8.235.0.2.6");

  private final String algorithm;

  PasswordMethod(String algorithm) {
    this.algorithm = algorithm;
  }

  /** What {@code algorithmOIDs} calls it. */
  public ObjectIdentifier algorithm() {
    return ObjectIdentifier.of(algorithm);
  }

  /** What a GRQ offers, the better first. */
  public static List<ObjectIdentifier> offered() {
    return List.of(HMAC_SHA1_96.algorithm(), MD5_HASH.algorithm());
  }

  /** What the gatekeeper chose; empty where it wants no password or one we do not speak. */
  public static Optional<PasswordMethod> chosen(GatekeeperConfirm confirm) {
    if (!(confirm.authenticationMode().orElse(new AuthenticationMechanism.Ipsec())
        instanceof AuthenticationMechanism.PwdHash)) {
      return Optional.empty();
    }
    return confirm.algorithmOID().map(PasswordMethod::of).orElse(Optional.of(MD5_HASH));
  }

  /** By the name of its algorithm. */
  public static Optional<PasswordMethod> of(ObjectIdentifier algorithm) {
    return List.of(values()).stream()
        .filter(each -> each.algorithm().equals(algorithm))
        .findFirst();
  }
}
