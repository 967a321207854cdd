package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.wire.Octets;
import parley.h323.h235.ClearToken;
import parley.h323.h235.DHset;
import parley.h323.per.BitString;
import parley.h323.per.ObjectIdentifier;

class DiffieHellmanTest {
  private final Random random = new Random(43);

  static List<DiffieHellmanGroup> groups() {
    return DiffieHellmanGroup.STANDARD;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void bothSidesComeToTheSameSecret(DiffieHellmanGroup group) {
    DiffieHellmanKey one = DiffieHellmanKey.generate(group, random);
    DiffieHellmanKey other = DiffieHellmanKey.generate(group, random);
    assertEquals(one.agree(other.halfKey()), other.agree(one.halfKey()));
    assertEquals(group.bits() / 8, one.agree(other.halfKey()).orElseThrow().octets().length());
  }

  /** RFC 2409 §6.2, RFC 3526: 2^n − 2^(n−64) − 1 + 2^64·(⌊2^(n−130)·π⌋ + c) are safe primes. */
  @ParameterizedTest
  @MethodSource("groups")
  void theGroupsArePrimesOfThatSizeAndSafe(DiffieHellmanGroup group) {
    BigInteger p = group.prime();
    assertEquals(group.bits(), p.bitLength());
    assertEquals(BigInteger.TWO, group.generator());
    assertTrue(p.isProbablePrime(20));
    assertTrue(p.shiftRight(1).isProbablePrime(20));
    assertTrue(p.toString(16).startsWith("ffffffffffffffffc90fdaa22168c234"));
    assertTrue(p.toString(16).endsWith("ffffffffffffffff"));
  }

  @Test
  void theKeyIsTheEndOfTheSecret() {
    byte[] secret = new byte[128];
    secret[127] = 1;
    secret[112] = 2;
    secret[111] = 3;
    secret[96] = 4;
    SharedSecret shared = new SharedSecret(Octets.of(secret));
    assertEquals(Octets.ofHex("02000000000000000000000000000001"), shared.key(MediaCipher.AES_128));
    assertEquals(
        Octets.ofHex("0400000000000000000000000000000302000000000000000000000000000001"),
        shared.key(MediaCipher.AES_256));
  }

  @Test
  void aTokenComesBackFromTheWire() {
    DiffieHellmanKey key = DiffieHellmanKey.generate(DiffieHellmanGroup.BITS_1536, random);
    assertEquals(
        new DiffieHellmanToken.Reading.Read(new DiffieHellmanToken(key.group(), key.halfKey())),
        DiffieHellmanToken.read(ClearToken.of(DiffieHellmanToken.write(key).toValue())));
  }

  @Test
  void aSmallHalfKeyIsAsLongAsThePrimeAllTheSame() {
    DiffieHellmanKey key = DiffieHellmanKey.of(DiffieHellmanGroup.BITS_1024, BigInteger.TEN);
    ClearToken token = DiffieHellmanToken.write(key);
    assertEquals(1024, token.dhkey().orElseThrow().halfkey().length());
    assertEquals(
        BigInteger.valueOf(1024),
        assertInstanceOf(DiffieHellmanToken.Reading.Read.class, DiffieHellmanToken.read(token))
            .token()
            .halfKey());
  }

  @Test
  void aKnownGroupNeedNotBeSpeltOut() {
    DiffieHellmanKey key = DiffieHellmanKey.generate(DiffieHellmanGroup.BITS_2048, random);
    BitString nothing = BitString.of(Octets.EMPTY);
    ClearToken token =
        token(key.group().identifier(), BitString.of(key.halfKeyOctets()), nothing, nothing);
    assertEquals(
        new DiffieHellmanToken.Reading.Read(
            new DiffieHellmanToken(DiffieHellmanGroup.BITS_2048, key.halfKey())),
        DiffieHellmanToken.read(token));
  }

  /** A string of bits is a number, however many bits it has. */
  @Test
  void aHalfKeyOfAnyLengthInBitsIsRead() {
    DiffieHellmanGroup group = DiffieHellmanGroup.BITS_1024;
    ClearToken token =
        token(
            group.identifier(),
            new BitString(Octets.ofHex("ff80"), 9),
            BitString.of(Octets.EMPTY),
            BitString.of(Octets.EMPTY));
    assertEquals(
        new DiffieHellmanToken.Reading.Read(new DiffieHellmanToken(group, BigInteger.valueOf(511))),
        DiffieHellmanToken.read(token));
  }

  @Test
  void aGroupOfItsOwnIsTakenFromTheToken() {
    BigInteger prime = BigInteger.probablePrime(512, random);
    DiffieHellmanGroup group =
        new DiffieHellmanGroup(DiffieHellmanGroup.OWN_GROUP, prime, BigInteger.valueOf(5));
    DiffieHellmanKey key = DiffieHellmanKey.generate(group, random);
    assertEquals(
        new DiffieHellmanToken.Reading.Read(new DiffieHellmanToken(group, key.halfKey())),
        DiffieHellmanToken.read(DiffieHellmanToken.write(key)));
  }

  static Stream<BigInteger> givingAway() {
    BigInteger prime = DiffieHellmanGroup.BITS_1024.prime();
    return Stream.of(BigInteger.ZERO, BigInteger.ONE, prime.subtract(BigInteger.ONE), prime);
  }

  @ParameterizedTest
  @MethodSource("givingAway")
  void aHalfKeyThatGivesTheSecretAwayIsRefused(BigInteger halfKey) {
    DiffieHellmanKey ours = DiffieHellmanKey.generate(DiffieHellmanGroup.BITS_1024, random);
    assertEquals(Optional.empty(), ours.agree(halfKey));
    ClearToken token =
        token(
            ours.group().identifier(),
            BitString.of(DiffieHellmanToken.octets(halfKey, 128)),
            BitString.of(Octets.EMPTY),
            BitString.of(Octets.EMPTY));
    assertInstanceOf(DiffieHellmanToken.Reading.Unusable.class, DiffieHellmanToken.read(token));
  }

  @Test
  void numbersThatMakeNoGroupAreRefused() {
    BitString halfKey = BitString.of(Octets.ofHex("05"));
    BitString two = BitString.of(Octets.ofHex("02"));
    ObjectIdentifier own = DiffieHellmanGroup.OWN_GROUP;
    byte[] even = DiffieHellmanGroup.BITS_1024.prime().subtract(BigInteger.ONE).toByteArray();
    for (ClearToken token :
        List.of(
            token(own, halfKey, BitString.of(Octets.ofHex("17")), two),
            token(own, halfKey, BitString.of(Octets.of(even)), two),
            token(own, halfKey, BitString.of(Octets.EMPTY), two),
            ClearToken.with().tokenOID(own).build())) {
      assertInstanceOf(DiffieHellmanToken.Reading.Unusable.class, DiffieHellmanToken.read(token));
    }
  }

  @Test
  void aTokenAboutSomethingElseIsLeftAlone() {
    ObjectIdentifier other = ObjectIdentifier.of("0.0.8.235.0.2.5");
    assertEquals(
        new DiffieHellmanToken.Reading.Other(other),
        DiffieHellmanToken.read(ClearToken.with().tokenOID(other).build()));
  }

  private static ClearToken token(
      ObjectIdentifier identifier, BitString halfKey, BitString prime, BitString generator) {
    return ClearToken.with()
        .tokenOID(identifier)
        .dhkey(DHset.with().halfkey(halfKey).modSize(prime).generator(generator).build())
        .build();
  }
}
