package parley.h323.security;

import java.math.BigInteger;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h235.ClearToken;
import parley.h323.h235.DHset;
import parley.h323.per.BitString;
import parley.h323.per.ObjectIdentifier;

/**
 * A half key as a ClearToken brings it in call signalling (H.235.6).
 *
 * @param group ours by that name, or the one the token spells out
 */
public record DiffieHellmanToken(DiffieHellmanGroup group, BigInteger halfKey) {
  /** Says that session keys may come in a V3KeySyncMaterial. */
  public static final ObjectIdentifier VERSION_3 = ObjectIdentifier.of("0.0.8.235.0.3.24");

  /** What a token turned out to be. */
  public sealed interface Reading {
    record Read(DiffieHellmanToken token) implements Reading {}

    /** A token about something else. */
    record Other(ObjectIdentifier identifier) implements Reading {}

    record Unusable(ObjectIdentifier identifier, String problem) implements Reading {}
  }

  /** Half key, prime and generator, each as long as the prime: all makers can read that. */
  public static ClearToken write(DiffieHellmanKey key) {
    DiffieHellmanGroup group = key.group();
    int octets = (group.bits() + 7) / 8;
    return ClearToken.with()
        .tokenOID(group.identifier())
        .dhkey(
            DHset.with()
                .halfkey(BitString.of(key.halfKeyOctets()))
                .modSize(BitString.of(octets(group.prime(), octets)))
                .generator(BitString.of(octets(group.generator(), octets)))
                .build())
        .build();
  }

  public static ClearToken version3() {
    return ClearToken.with().tokenOID(VERSION_3).build();
  }

  public static Reading read(ClearToken token) {
    ObjectIdentifier identifier = token.tokenOID();
    Optional<DiffieHellmanGroup> known = DiffieHellmanGroup.of(identifier);
    if (known.isEmpty() && !identifier.equals(DiffieHellmanGroup.OWN_GROUP)) {
      return new Reading.Other(identifier);
    }
    if (token.dhkey().isEmpty()) {
      return new Reading.Unusable(identifier, "no half key");
    }
    DHset set = token.dhkey().get();
    // Some leave the numbers of a known group out.
    boolean spelt = set.modSize().length() > 0 && set.generator().length() > 0;
    Optional<DiffieHellmanGroup> group =
        spelt
            ? Optional.of(
                new DiffieHellmanGroup(identifier, number(set.modSize()), number(set.generator())))
            : known;
    if (group.isEmpty()) {
      return new Reading.Unusable(identifier, "a group of its own that is not spelt out");
    }
    BigInteger halfKey = number(set.halfkey());
    return group
        .get()
        .problem()
        .or(() -> group.get().problemOf(halfKey))
        .<Reading>map(problem -> new Reading.Unusable(identifier, problem))
        .orElseGet(() -> new Reading.Read(new DiffieHellmanToken(group.get(), halfKey)));
  }

  /** The bits as a number, the first one most significant. */
  private static BigInteger number(BitString bits) {
    return new BigInteger(1, bits.octets().toArray())
        .shiftRight(8 * bits.octets().length() - bits.length());
  }

  /** The number in so many octets. */
  static Octets octets(BigInteger number, int length) {
    byte[] given = number.toByteArray();
    byte[] out = new byte[length];
    int count = Math.min(given.length, length);
    System.arraycopy(given, given.length - count, out, length - count, count);
    return Octets.of(out);
  }
}
