package parley.h323.security;

import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h235.ENCRYPTED;
import parley.h323.h235.H235Key;
import parley.h323.h235.KeySyncMaterial;
import parley.h323.h235.Params;
import parley.h323.h235.V3KeySyncMaterial;
import parley.h323.per.BitString;
import parley.h323.per.ObjectIdentifier;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/**
 * The key of one logical channel as it travels in an EncryptionSync: encrypted under the shared
 * secret with the channel's own cipher, from a vector of zeros where none is given.
 */
public record SessionKey(MediaCipher cipher, Octets octets) {
  private static final PerDecoder DECODER = new PerDecoder(new PerLimits(4096, 16, 256));

  /** What an {@code h235Key} turned out to be. */
  public sealed interface Reading {
    record Read(SessionKey key) implements Reading {}

    record Unusable(String problem) implements Reading {}
  }

  /** As V3KeySyncMaterial, which all that say they know version 3 read. */
  public Octets write(SharedSecret secret) {
    return new H235Key.SecureSharedSecret(
            V3KeySyncMaterial.with()
                .algorithmOID(cipher.identifier())
                .paramS(Params.with().build())
                .encryptedSessionKey(cipher.encrypt(secret.key(cipher), zeros(cipher), octets))
                .build())
        .encode();
  }

  /**
   * As KeySyncMaterial inside ENCRYPTED, for those before version 3.
   *
   * @param sender our identifier, at most 128 characters
   */
  public Octets writeBefore3(SharedSecret secret, String sender) {
    Octets material =
        KeySyncMaterial.with().generalID(sender).keyMaterial(BitString.of(octets)).build().encode();
    return new H235Key.SharedSecret(
            new ENCRYPTED(
                cipher.identifier(),
                Params.with().build(),
                cipher.encrypt(secret.key(cipher), zeros(cipher), material)))
        .encode();
  }

  /**
   * Reads one.
   *
   * @param agreed the cipher of the channel, which holds where the key does not name one
   */
  public static Reading read(Octets h235Key, SharedSecret secret, MediaCipher agreed) {
    Optional<H235Key> key = DECODER.decode(H235Key.TYPE, h235Key).complete().map(H235Key::of);
    if (key.isEmpty()) {
      return new Reading.Unusable("a malformed h235Key");
    }
    return switch (key.get()) {
      case H235Key.SecureSharedSecret(V3KeySyncMaterial material) -> read(material, secret, agreed);
      case H235Key.SharedSecret(ENCRYPTED encrypted) -> read(encrypted, secret, agreed);
      case H235Key.SecureChannel(BitString plain) -> plain(plain, agreed);
      case H235Key.SecureChannelExt(BitString plain) -> plain(plain, agreed);
      case H235Key.CertProtectedKey _ ->
          new Reading.Unusable("a key under a certificate, which is not supported");
      case H235Key.UnrecognizedAlternative(int index, Octets _) ->
          new Reading.Unusable("an h235Key of a later version (alternative " + index + ")");
    };
  }

  private static Reading read(V3KeySyncMaterial material, SharedSecret secret, MediaCipher agreed) {
    Optional<Reading> other = otherCipher(material.algorithmOID(), agreed);
    if (other.isPresent()) {
      return other.get();
    }
    if (material.encryptedSessionKey().isEmpty()) {
      return new Reading.Unusable("key material without a session key");
    }
    return decrypt(material.encryptedSessionKey().get(), material.paramS(), secret, agreed)
        .map(octets -> sized(octets, agreed))
        .orElseGet(() -> new Reading.Unusable("a session key that cannot be decrypted"));
  }

  private static Reading read(ENCRYPTED encrypted, SharedSecret secret, MediaCipher agreed) {
    Optional<Reading> other = otherCipher(Optional.of(encrypted.algorithmOID()), agreed);
    if (other.isPresent()) {
      return other.get();
    }
    return decrypt(encrypted.encryptedData(), encrypted.paramS(), secret, agreed)
        .flatMap(octets -> DECODER.decode(KeySyncMaterial.TYPE, octets).complete())
        .map(KeySyncMaterial::of)
        .map(material -> plain(material.keyMaterial(), agreed))
        .orElseGet(() -> new Reading.Unusable("key material that cannot be decrypted"));
  }

  /** Only the cipher of the channel makes sense, and a key for another one is not guessed at. */
  private static Optional<Reading> otherCipher(
      Optional<ObjectIdentifier> named, MediaCipher agreed) {
    return named
        .filter(identifier -> !identifier.equals(agreed.identifier()))
        .map(
            identifier ->
                new Reading.Unusable(
                    "a key for " + identifier + " on a channel of " + agreed.identifier()));
  }

  private static Reading plain(BitString bits, MediaCipher agreed) {
    return bits.length() == 8 * agreed.keyOctets()
        ? new Reading.Read(new SessionKey(agreed, bits.octets()))
        : new Reading.Unusable("a session key of " + bits.length() + " bits");
  }

  private static Reading sized(Octets octets, MediaCipher agreed) {
    int block = agreed.blockOctets();
    int length = agreed.keyOctets();
    if (octets.length() == length) {
      return new Reading.Read(new SessionKey(agreed, octets));
    }
    // Padded although nothing needed it, as libraries do unless told not to.
    if (octets.length() == length + block && octets.u8(octets.length() - 1) == block) {
      return new Reading.Read(new SessionKey(agreed, octets.slice(0, length)));
    }
    return new Reading.Unusable("a session key of " + octets.length() + " octets");
  }

  private static Optional<Octets> decrypt(
      Octets encrypted, Params params, SharedSecret secret, MediaCipher cipher) {
    Octets vector = params.iv16().or(params::iv8).or(params::iv).orElseGet(() -> zeros(cipher));
    if (encrypted.isEmpty()
        || !cipher.takes(encrypted.length())
        || vector.length() != cipher.blockOctets()) {
      return Optional.empty();
    }
    return Optional.of(cipher.decrypt(secret.key(cipher), vector, encrypted));
  }

  private static Octets zeros(MediaCipher cipher) {
    return Octets.of(new byte[cipher.blockOctets()]);
  }

  @Override
  public String toString() {
    return "a session key for " + cipher;
  }
}
