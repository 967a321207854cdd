package parley.core.evidence;

import java.time.Instant;

/** Whether the signature is that of the manifest. */
public sealed interface SignatureState {
  /**
   * @param algorithm as in {@code SHA256withECDSA}
   * @param claimedTime of the signer's clock: a claim, no proof
   */
  record Valid(Signatory signatory, String algorithm, Instant claimedTime)
      implements SignatureState {}

  record Invalid(String why) implements SignatureState {}
}
