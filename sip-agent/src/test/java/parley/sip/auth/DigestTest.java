package parley.sip.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.Credentials;

/** Digest authentication against the examples of RFC 7616 §3.9.1. */
class DigestTest {
  private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");

  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA_256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void givesTheResponsesOfTheStandard(DigestAlgorithm algorithm, String expected) {
    assertEquals(
        expected,
        Digest.response(
            algorithm,
            MUFASA,
            "http-auth@example.org",
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "GET",
            "/dir/index.html",
            "auth",
            "00000001",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"));
  }

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void checksWhatItComputes(DigestAlgorithm algorithm) {
    AuthParameters challenge =
        AuthParameters.read(
            "Digest realm=\"a \\\"b\\\"\", nonce=\"n,1=2\", opaque=\"o\", qop=\"auth,auth-int\","
                + " algorithm="
                + algorithm.token());
    String header = Digest.authorization(challenge, MUFASA, "REGISTER", "sip:x", 1, "c");
    AuthParameters given = AuthParameters.read(header);
    assertTrue(Digest.correct(given, MUFASA, "REGISTER"));
    assertFalse(Digest.correct(given, MUFASA, "INVITE"));
    assertFalse(Digest.correct(given, new Credentials("Mufasa", "wrong"), "REGISTER"));
    assertFalse(Digest.correct(given, new Credentials("Simba", "Circle of Life"), "REGISTER"));
    assertEquals("o", given.value("opaque").orElse(""));
  }

  @Test
  void answersTheOldFormWithoutQop() {
    AuthParameters challenge = AuthParameters.read("Digest realm=\"r\", nonce=\"n\"");
    AuthParameters given =
        AuthParameters.read(Digest.authorization(challenge, MUFASA, "REGISTER", "sip:x", 1, "c"));
    assertTrue(given.value("qop").isEmpty());
    assertTrue(Digest.correct(given, MUFASA, "REGISTER"));
  }

  @Test
  void picksTheStrongestItKnows() {
    List<String> offered =
        List.of(
            "Digest realm=\"r\", nonce=\"1\", algorithm=MD5, qop=\"auth\"",
            "Digest realm=\"r\", nonce=\"2\", algorithm=SHA-256, qop=\"auth\"",
            "Digest realm=\"r\", nonce=\"3\", algorithm=SHA-512-256, qop=\"auth\"",
            "Basic realm=\"r\"");
    assertEquals("2", Digest.strongest(offered).orElseThrow().value("nonce").orElse(""));
    assertTrue(Digest.strongest(List.of("Digest realm=\"r\", qop=\"auth-int\"")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Digest", "Digest =", "Digest a=\"", "Digest a=\"\\", ",,,", "x y z"})
  void readsAnythingWithoutThrowing(String header) {
    assertFalse(Digest.correct(AuthParameters.read(header), MUFASA, "REGISTER"));
  }
}
