package parley.h323.security;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import parley.h323.per.ObjectIdentifier;

/**
 * A group for Diffie-Hellman.
 *
 * @param identifier the token's object identifier, which stands for the group
 * @param prime the modulus
 * @param generator below the modulus
 */
public record DiffieHellmanGroup(
    ObjectIdentifier identifier, BigInteger prime, BigInteger generator) {
  /** Smaller ones can be broken by anybody today, larger ones do not fit a DHset. */
  static final int LEAST_BITS = 512;

  static final int MOST_BITS = 2048;

  /** What every maker has: the second Oakley group (RFC 2409 §6.2). */
  public static final DiffieHellmanGroup BITS_1024 =
      standard("0.0.8.235.0.3.43", DHStandardGroups.rfc2409_1024);

  /** RFC 3526 §2. */
  public static final DiffieHellmanGroup BITS_1536 =
      standard("0.0.8.235.0.3.44", DHStandardGroups.rfc3526_1536);

  /** RFC 3526 §3. */
  public static final DiffieHellmanGroup BITS_2048 =
      standard("0.0.8.235.0.3.45", DHStandardGroups.rfc3526_2048);

  /** A token under this identifier brings a group of its own, such as one of 512 bits. */
  public static final ObjectIdentifier OWN_GROUP = ObjectIdentifier.of("0.0.8.235.0.3.40");

  /** Those that need not be spelt out, strongest first. */
  public static final List<DiffieHellmanGroup> STANDARD = List.of(BITS_2048, BITS_1536, BITS_1024);

  private static DiffieHellmanGroup standard(String identifier, DHParameters parameters) {
    return new DiffieHellmanGroup(
        ObjectIdentifier.of(identifier), parameters.getP(), parameters.getG());
  }

  static Optional<DiffieHellmanGroup> of(ObjectIdentifier identifier) {
    return STANDARD.stream().filter(one -> one.identifier.equals(identifier)).findFirst();
  }

  public int bits() {
    return prime.bitLength();
  }

  /** Same numbers, whatever name they go by. */
  boolean isSameAs(DiffieHellmanGroup other) {
    return prime.equals(other.prime) && generator.equals(other.generator);
  }

  /** What is wrong with numbers somebody sent; empty where they can be used. */
  Optional<String> problem() {
    if (bits() < LEAST_BITS || bits() > MOST_BITS) {
      return Optional.of("a prime of " + bits() + " bits");
    }
    // That it is a prime is not proved: that would take longer than a call may take to connect.
    if (!prime.testBit(0)) {
      return Optional.of("an even modulus");
    }
    if (generator.compareTo(BigInteger.ONE) <= 0
        || generator.compareTo(prime.subtract(BigInteger.ONE)) >= 0) {
      return Optional.of("a generator that generates nothing");
    }
    return Optional.empty();
  }

  /** What is wrong with the other side's half key; empty where it can be used. */
  Optional<String> problemOf(BigInteger halfKey) {
    return halfKey.compareTo(BigInteger.ONE) <= 0
            || halfKey.compareTo(prime.subtract(BigInteger.ONE)) >= 0
        ? Optional.of("a half key that makes the secret known to all")
        : Optional.empty();
  }
}
