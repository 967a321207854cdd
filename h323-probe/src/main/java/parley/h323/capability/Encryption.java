package parley.h323.capability;

import java.util.List;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionAuthenticationAndIntegrity;
import parley.h323.h245.MediaEncryptionAlgorithm;
import parley.h323.per.ObjectIdentifier;

/** Which algorithms protect a medium (H.235.6 clause 8.3). */
public final class Encryption {
  private Encryption() {}

  static EncryptionAuthenticationAndIntegrity of(ObjectIdentifier... algorithms) {
    return of(List.of(algorithms));
  }

  static EncryptionAuthenticationAndIntegrity of(List<ObjectIdentifier> algorithms) {
    return EncryptionAuthenticationAndIntegrity.with()
        .encryptionCapability(
            algorithms.stream()
                .<MediaEncryptionAlgorithm>map(MediaEncryptionAlgorithm.Algorithm::new)
                .toList())
        .build();
  }

  /** The algorithms named by object identifier, in the order written. */
  public static List<ObjectIdentifier> algorithms(EncryptionAuthenticationAndIntegrity security) {
    return security.encryptionCapability().orElse(List.of()).stream()
        .filter(MediaEncryptionAlgorithm.Algorithm.class::isInstance)
        .map(each -> ((MediaEncryptionAlgorithm.Algorithm) each).value())
        .toList();
  }

  /** The algorithms of a channel; empty where it is not encrypted. */
  public static List<ObjectIdentifier> algorithms(DataType type) {
    return type instanceof DataType.H235Media(var media)
        ? algorithms(media.encryptionAuthenticationAndIntegrity())
        : List.of();
  }
}
