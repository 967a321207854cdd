package parley.h323.security;

import parley.core.wire.Octets;

/**
 * What Diffie-Hellman gave both sides; session keys travel under it.
 *
 * @param octets as long as the group's prime, most significant first
 */
public record SharedSecret(Octets octets) {

  /** The key for a cipher: the least significant bits of the secret. */
  public Octets key(MediaCipher cipher) {
    return octets.from(octets.length() - cipher.keyOctets());
  }

  @Override
  public String toString() {
    return "a secret of " + octets.length() + " octets";
  }
}
