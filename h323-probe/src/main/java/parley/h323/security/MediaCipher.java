package parley.h323.security;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import parley.core.wire.Octets;
import parley.h323.per.ObjectIdentifier;

/** A block cipher of H.235.6 in CBC mode, best first. */
public enum MediaCipher {
  AES_256("2.16.840.1.101.3.4.1.42", "AES256-CBC", "AES", 32, 16),
  AES_128("2.16.840.1.101.3.4.1.2", "AES128-CBC", "AES", 16, 16),
  TRIPLE_DES("1.3.14.3.2.17", "3DES-CBC", "DESede", 24, 8);

  private static final String PREFIX = "H.235.6/";

  private final String identifier;
  private final String label;
  private final String algorithm;
  private final int keyOctets;
  private final int blockOctets;

  MediaCipher(String identifier, String label, String algorithm, int keyOctets, int blockOctets) {
    this.identifier = identifier;
    this.label = label;
    this.algorithm = algorithm;
    this.keyOctets = keyOctets;
    this.blockOctets = blockOctets;
  }

  /** How signalling names it. */
  public ObjectIdentifier identifier() {
    return ObjectIdentifier.of(identifier);
  }

  public static Optional<MediaCipher> of(ObjectIdentifier identifier) {
    return Arrays.stream(values()).filter(one -> one.identifier().equals(identifier)).findFirst();
  }

  /** How a {@link parley.core.call.MediaProtection} names it. */
  public String protectionName() {
    return PREFIX + label;
  }

  /** The cipher of a protection's name; empty where it is none of H.235.6. */
  public static Optional<MediaCipher> named(String protectionName) {
    return Arrays.stream(values())
        .filter(one -> one.protectionName().equals(protectionName))
        .findFirst();
  }

  public int keyOctets() {
    return keyOctets;
  }

  public int blockOctets() {
    return blockOctets;
  }

  /**
   * Encrypts whole blocks, or with ciphertext stealing what is longer than one block.
   *
   * @throws IllegalArgumentException where the key or the vector has another size, or the octets
   *     are neither whole blocks nor longer than one
   */
  Octets encrypt(Octets key, Octets vector, Octets clear) {
    return apply(Cipher.ENCRYPT_MODE, key, vector, clear);
  }

  /** The inverse of {@link #encrypt}. */
  Octets decrypt(Octets key, Octets vector, Octets encrypted) {
    return apply(Cipher.DECRYPT_MODE, key, vector, encrypted);
  }

  /** Whether {@link #encrypt} and {@link #decrypt} can do with so many octets. */
  boolean takes(int octets) {
    return octets % blockOctets == 0 || octets > blockOctets;
  }

  private Octets apply(int mode, Octets key, Octets vector, Octets octets) {
    if (key.length() != keyOctets) {
      throw new IllegalArgumentException(
          "a key of " + key.length() + " octets instead of " + keyOctets);
    }
    if (!takes(octets.length())) {
      throw new IllegalArgumentException(
          octets.length() + " octets are less than a block of " + blockOctets);
    }
    if (octets.isEmpty()) {
      return octets;
    }
    // Stealing as the JDK does it also swaps the last two blocks where nothing need be stolen,
    // which H.235 does not.
    String chaining = octets.length() % blockOctets == 0 ? "/CBC/NoPadding" : "/CTS/NoPadding";
    try {
      Cipher cipher = Cipher.getInstance(algorithm + chaining);
      cipher.init(
          mode, new SecretKeySpec(key.toArray(), algorithm), new IvParameterSpec(vector.toArray()));
      return Octets.of(cipher.doFinal(octets.toArray()));
    } catch (GeneralSecurityException unexpected) {
      throw new IllegalStateException("this Java has no " + algorithm + chaining, unexpected);
    }
  }
}
