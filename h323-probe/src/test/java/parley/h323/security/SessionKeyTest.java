package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.wire.Octets;
import parley.h323.h235.H235Key;
import parley.h323.h235.Params;
import parley.h323.h235.V3KeySyncMaterial;
import parley.h323.per.BitString;

class SessionKeyTest {
  private final Random random = new Random(3);
  private final SharedSecret secret = new SharedSecret(octets(128));

  @ParameterizedTest
  @EnumSource(MediaCipher.class)
  void comesBackUnderTheSameSecret(MediaCipher cipher) {
    SessionKey key = new SessionKey(cipher, octets(cipher.keyOctets()));
    assertEquals(
        new SessionKey.Reading.Read(key), SessionKey.read(key.write(secret), secret, cipher));
    assertEquals(
        new SessionKey.Reading.Read(key),
        SessionKey.read(key.writeBefore3(secret, "Parley"), secret, cipher));
  }

  @ParameterizedTest
  @EnumSource(MediaCipher.class)
  void isAnotherUnderAnotherSecret(MediaCipher cipher) {
    SessionKey key = new SessionKey(cipher, octets(cipher.keyOctets()));
    assertNotEquals(
        new SessionKey.Reading.Read(key),
        SessionKey.read(key.write(secret), new SharedSecret(octets(128)), cipher));
  }

  /** AES of one block, from a vector of zeros: the octets of FIPS 197 appendix B. */
  @Test
  void travelsAsOneBlockUnderTheEndOfTheSecret() {
    byte[] shared = new byte[128];
    Octets.ofHex("2b7e151628aed2a6abf7158809cf4f3c").copyTo(shared, 112);
    SessionKey key =
        new SessionKey(MediaCipher.AES_128, Octets.ofHex("3243f6a8885a308d313198a2e0370734"));
    assertEquals(
        Octets.ofHex("801d3009608648016503040102 0010 3925841d02dc09fbdc118597196a0b32"),
        key.write(new SharedSecret(Octets.of(shared))));
  }

  @Test
  void aVectorOfTheSendersOwnIsHonoured() {
    MediaCipher cipher = MediaCipher.AES_128;
    Octets vector = octets(16);
    SessionKey key = new SessionKey(cipher, octets(16));
    Octets written =
        material(
            Params.with().iv16(vector).build(),
            cipher.encrypt(secret.key(cipher), vector, key.octets()));
    assertEquals(new SessionKey.Reading.Read(key), SessionKey.read(written, secret, cipher));
  }

  @Test
  void aPaddedKeyIsRead() {
    MediaCipher cipher = MediaCipher.AES_128;
    SessionKey key = new SessionKey(cipher, octets(16));
    byte[] padded = new byte[32];
    key.octets().copyTo(padded, 0);
    java.util.Arrays.fill(padded, 16, 32, (byte) 16);
    Octets zeros = Octets.of(new byte[16]);
    Octets written =
        material(
            Params.with().build(), cipher.encrypt(secret.key(cipher), zeros, Octets.of(padded)));
    assertEquals(new SessionKey.Reading.Read(key), SessionKey.read(written, secret, cipher));
  }

  @Test
  void aKeyInClearIsReadToo() {
    Octets octets = octets(16);
    assertEquals(
        new SessionKey.Reading.Read(new SessionKey(MediaCipher.AES_128, octets)),
        SessionKey.read(
            new H235Key.SecureChannel(BitString.of(octets)).encode(), secret, MediaCipher.AES_128));
  }

  @Test
  void aKeyForAnotherCipherIsToldAsSuch() {
    SessionKey key = new SessionKey(MediaCipher.AES_256, octets(32));
    assertEquals(
        new SessionKey.Reading.Unusable(
            "a key for 2.16.840.1.101.3.4.1.42 on a channel of 2.16.840.1.101.3.4.1.2"),
        SessionKey.read(key.write(secret), secret, MediaCipher.AES_128));
  }

  @Test
  void aKeyOfTheWrongLengthIsToldAsSuch() {
    Octets written = material(Params.with().build(), octets(20));
    assertEquals(
        new SessionKey.Reading.Unusable("a session key of 20 octets"),
        SessionKey.read(written, secret, MediaCipher.AES_128));
    assertInstanceOf(
        SessionKey.Reading.Unusable.class,
        SessionKey.read(material(Params.with().build(), octets(7)), secret, MediaCipher.AES_128));
    assertInstanceOf(
        SessionKey.Reading.Unusable.class,
        SessionKey.read(
            new H235Key.SecureChannel(BitString.of(octets(5))).encode(),
            secret,
            MediaCipher.AES_128));
  }

  @Test
  void noOctetsWhateverMakeItThrow() {
    Octets good = new SessionKey(MediaCipher.AES_128, octets(16)).write(secret);
    for (int i = 0; i < 20_000; i++) {
      byte[] spoilt = good.toArray();
      for (int j = random.nextInt(4); j >= 0; j--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      }
      Octets octets = Octets.of(spoilt).slice(0, random.nextInt(spoilt.length + 1));
      if (SessionKey.read(octets, secret, MediaCipher.AES_128)
          instanceof SessionKey.Reading.Read(SessionKey key)) {
        assertEquals(16, key.octets().length());
      }
    }
  }

  private static Octets material(Params params, Octets encrypted) {
    return new H235Key.SecureSharedSecret(
            V3KeySyncMaterial.with().paramS(params).encryptedSessionKey(encrypted).build())
        .encode();
  }

  private Octets octets(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
