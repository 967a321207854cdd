package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "EC, 256, SHA256withECDSA",
    "EC, 384, SHA384withECDSA",
    "EC, 521, SHA512withECDSA",
    "RSA, 2048, SHA256withRSA",
    "Ed25519, 0, Ed25519"
  })
  void signsWithTheDigestThatFitsTheKey(String algorithm, int bits, String expected)
      throws Exception {
    Path file = TestKey.issued(algorithm, bits).pkcs12(folder.resolve("key.p12"));
    Signer signer = Signer.fromPkcs12(file, TestKey.PASSWORD);
    assertFalse(signer.selfSigned());
    BundleReport report =
        BundleVerifier.verify(SmallBundle.write(BundleWriter.signedBy(signer), folder));
    assertTrue(report.intact(), report.problems().toString());
    SignatureState.Valid valid = assertInstanceOf(SignatureState.Valid.class, report.signature());
    assertEquals(expected, valid.algorithm());
    assertEquals("CN=Test leaf,O=Court", valid.signatory().subject());
    assertEquals("CN=Test root", valid.signatory().issuer());
    assertEquals(SmallBundle.CLOCK.instant(), valid.claimedTime());
  }

  @Test
  void refusesAKeyThatIsTooShort() throws Exception {
    Path file = TestKey.selfSigned("RSA", 1024).pkcs12(folder.resolve("key.p12"));
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> Signer.fromPkcs12(file, TestKey.PASSWORD));
    assertTrue(failure.toString().contains("2048"), failure.toString());
  }

  @Test
  void refusesAKeyWithSomebodyElsesCertificate() throws Exception {
    TestKey mixed =
        new TestKey(TestKey.selfSigned("EC", 256).pair(), TestKey.selfSigned("EC", 256).chain());
    assertThrows(java.security.GeneralSecurityException.class, mixed::signer);
  }

  @Test
  void saysWhichFileCannotBeRead() throws Exception {
    Path file = TestKey.selfSigned("EC", 256).pkcs12(folder.resolve("key.p12"));
    for (EvidenceFailure failure :
        new EvidenceFailure[] {
          assertThrows(EvidenceFailure.class, () -> Signer.fromPkcs12(file, "wrong")),
          assertThrows(
              EvidenceFailure.class, () -> Signer.fromPkcs12(folder.resolve("key.p12x"), ""))
        }) {
      assertTrue(failure.toString().contains(file.toString()), failure.toString());
    }
  }

  @Test
  void makesItsOwnKeyOnceAndForTheOwnerOnly() throws Exception {
    Path config = folder.resolve("config/parley");
    Signer first = Signer.ownKey(config);
    Signer second = Signer.ownKey(config);
    assertTrue(first.selfSigned());
    assertEquals(first.signatory(), second.signatory());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(config.resolve(OwnKey.FILE))));
    try (var files = Files.list(config)) {
      assertEquals(1, files.count(), "nothing half-finished is left");
    }
  }

  @Test
  void saysInItsOwnCertificateThatItIsSelfSignedAndNothingOfTheMachine() throws Exception {
    Signatory own = Signer.ownKey(folder).signatory();
    assertTrue(own.subject().contains("Self-signed by Parley on this machine"), own.subject());
    assertFalse(own.subject().contains(InetAddress.getLocalHost().getHostName()), own.subject());
    assertFalse(own.subject().contains(System.getProperty("user.name") + "@"), own.subject());
    long days = Duration.between(own.notBefore(), own.notAfter()).toDays();
    assertTrue(days >= 3652 && days <= 3653, days + " days");
  }

  @Test
  void refusesItsOwnKeyOnceOthersCanReadIt() throws Exception {
    Signer signer = Signer.ownKey(folder);
    assertTrue(signer.selfSigned());
    Path file = folder.resolve(OwnKey.FILE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    EvidenceFailure failure = assertThrows(EvidenceFailure.class, () -> Signer.ownKey(folder));
    assertTrue(failure.toString().contains("chmod 600"), failure.toString());
  }

  @Test
  void saysWhyNoKeyCanBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("a file"), "");
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> Signer.ownKey(file.resolve("below")));
    assertTrue(failure.toString().contains(file.toString()), failure.toString());
  }
}
