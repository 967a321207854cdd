package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.wire.Octets;

/** Known answers of others. */
class MediaCipherTest {
  private static final Octets FOUR_BLOCKS =
      Octets.ofHex(
          "6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51"
              + "30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710");
  private static final Octets COUNTING = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

  /** NIST SP 800-38A, F.2.1. */
  @Test
  void aes128ChainsAsNistDoes() {
    Octets key = Octets.ofHex("2b7e151628aed2a6abf7158809cf4f3c");
    Octets encrypted =
        Octets.ofHex(
            "7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2"
                + "73bed6b8e3c1743b7116e69e22229516 3ff1caa1681fac09120eca307586e1a7");
    assertEquals(encrypted, MediaCipher.AES_128.encrypt(key, COUNTING, FOUR_BLOCKS));
    assertEquals(FOUR_BLOCKS, MediaCipher.AES_128.decrypt(key, COUNTING, encrypted));
  }

  /** NIST SP 800-38A, F.2.5. */
  @Test
  void aes256ChainsAsNistDoes() {
    Octets key = Octets.ofHex("603deb1015ca71be2b73aef0857d7781 1f352c073b6108d72d9810a30914dff4");
    Octets encrypted =
        Octets.ofHex(
            "f58c4c04d6e5f1ba779eabfb5f7bfbd6 9cfc4e967edb808d679f777bc6702c7d"
                + "39f23369a9d9bacfa530e26304231461 b2eb05e2c39be9fcda6c19078c6a9d1b");
    assertEquals(encrypted, MediaCipher.AES_256.encrypt(key, COUNTING, FOUR_BLOCKS));
  }

  /** RFC 3962 appendix B; whole blocks are left out: there Kerberos swaps two and H.235 none. */
  @ParameterizedTest
  @CsvSource({
    "17, c6353568f2bf8cb4d8a580362da7ff7f97",
    "31, fc00783e0efdb2c1d445d4c8eff7ed2297687268d6ecccc0c07b25e25ecfe5",
    "47, 97687268d6ecccc0c07b25e25ecfe584b3fffd940c16a18c1b5549d2f838029e39312523a78662d5be7fcbcc98ebf5",
  })
  void stealsAsKerberosDoes(int length, String encrypted) {
    Octets key = Octets.ofText("chicken teriyaki", StandardCharsets.US_ASCII);
    Octets clear =
        Octets.ofText(
                "I would like the General Gau's Chicken, please, and wonton soup.",
                StandardCharsets.US_ASCII)
            .slice(0, length);
    Octets zeros = Octets.of(new byte[16]);
    assertEquals(Octets.ofHex(encrypted), MediaCipher.AES_128.encrypt(key, zeros, clear));
    assertEquals(clear, MediaCipher.AES_128.decrypt(key, zeros, Octets.ofHex(encrypted)));
  }

  @Test
  void aKeyOfAnotherSizeIsOurOwnMistake() {
    assertThrows(
        IllegalArgumentException.class,
        () -> MediaCipher.AES_128.encrypt(Octets.of(new byte[15]), COUNTING, FOUR_BLOCKS));
  }

  @ParameterizedTest
  @CsvSource({
    "AES_128, 2.16.840.1.101.3.4.1.2, H.235.6/AES128-CBC",
    "AES_256, 2.16.840.1.101.3.4.1.42, H.235.6/AES256-CBC",
    "TRIPLE_DES, 1.3.14.3.2.17, H.235.6/3DES-CBC",
  })
  void isFoundByItsIdentifierAndByItsName(MediaCipher cipher, String identifier, String name) {
    assertEquals(identifier, cipher.identifier().toString());
    assertEquals(Optional.of(cipher), MediaCipher.of(cipher.identifier()));
    assertEquals(Optional.of(cipher), MediaCipher.named(name));
  }
}
