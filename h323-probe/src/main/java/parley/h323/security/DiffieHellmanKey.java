package parley.h323.security;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.core.wire.Octets;

/**
 * Our secret number in a group and the half key that goes with it.
 *
 * @param secret goes nowhere
 * @param halfKey what the other side is told
 */
public record DiffieHellmanKey(DiffieHellmanGroup group, BigInteger secret, BigInteger halfKey) {

  /** Takes a secret number; the half key follows. */
  public static DiffieHellmanKey of(DiffieHellmanGroup group, BigInteger secret) {
    return new DiffieHellmanKey(group, secret, group.generator().modPow(secret, group.prime()));
  }

  /**
   * @param random a {@link java.security.SecureRandom} wherever it matters
   */
  public static DiffieHellmanKey generate(DiffieHellmanGroup group, RandomGenerator random) {
    byte[] octets = new byte[(group.bits() + 7) / 8];
    random.nextBytes(octets);
    BigInteger range = group.prime().subtract(BigInteger.valueOf(3));
    return of(group, new BigInteger(1, octets).mod(range).add(BigInteger.TWO));
  }

  /** The secret both sides share; empty where the half key is one that would give it away. */
  public Optional<SharedSecret> agree(BigInteger theirs) {
    if (group.problemOf(theirs).isPresent()) {
      return Optional.empty();
    }
    int octets = (group.bits() + 7) / 8;
    return Optional.of(
        new SharedSecret(DiffieHellmanToken.octets(theirs.modPow(secret, group.prime()), octets)));
  }

  @Override
  public String toString() {
    return "our key of " + group.bits() + " bits";
  }

  /** The half key as long as the group's prime. */
  Octets halfKeyOctets() {
    return DiffieHellmanToken.octets(halfKey, (group.bits() + 7) / 8);
  }
}
