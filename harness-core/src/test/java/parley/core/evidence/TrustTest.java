package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir Path folder;

  @Test
  void isNotAskedForWithoutAnchors() throws Exception {
    BundleReport report = BundleVerifier.verify(bundle(TestKey.issued("EC", 256)));
    assertInstanceOf(TrustState.NotAsked.class, report.trust());
  }

  @Test
  void leadsFromTheSignerUpToAnAnchor() throws Exception {
    TestKey key = TestKey.issued("EC", 256);
    BundleReport report = check(bundle(key), key.pem(folder.resolve("root.pem")));
    assertEquals(new TrustState.Trusted("CN=Test root"), report.trust());
    assertTrue(report.intact());
  }

  @Test
  void mayRestOnTheSelfSignedCertificateItself() throws Exception {
    TestKey key = TestKey.selfSigned("EC", 256);
    BundleReport report = check(bundle(key), key.pem(folder.resolve("own.pem")));
    assertEquals(new TrustState.Trusted("CN=Test signer"), report.trust());
  }

  @Test
  void isRefusedToSomebodyElseOfTheSameName() throws Exception {
    Path anchors = TestKey.issued("EC", 256).pem(folder.resolve("root.pem"));
    BundleReport report = check(bundle(TestKey.issued("EC", 256)), anchors);
    assertInstanceOf(TrustState.NotTrusted.class, report.trust());
    assertFalse(report.intact());
  }

  @Test
  void isAskedForTheTimeStampAuthorityToo() throws Exception {
    TestKey key = TestKey.issued("EC", 256);
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping("EC", 256))) {
      Path bundle =
          SmallBundle.write(
              BundleWriter.signedBy(key.signer())
                  .stampedBy(TimeStampAuthority.at(authority.address())),
              folder);
      Path signerOnly = key.pem(folder.resolve("root.pem"));
      assertInstanceOf(TrustState.NotTrusted.class, check(bundle, signerOnly).authorityTrust());
      Path both =
          Files.writeString(
              folder.resolve("both.pem"),
              TestKey.pem(key.chain().getLast()) + TestKey.pem(authority.key.chain().getLast()));
      assertTrue(check(bundle, both).intact());
    }
  }

  @Test
  void aCertificateThatHadExpiredWhenItSignedIsAProblem() throws Exception {
    BundleReport report = BundleVerifier.verify(bundle(TestKey.expired()));
    assertFalse(report.certificateValidWhenSigned());
    assertFalse(report.intact());
    assertTrue(report.problems().toString().contains("not valid when it signed"));
  }

  @Test
  void anchorsThatAreNoneAreRefused() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
    assertThrows(EvidenceFailure.class, () -> TrustAnchors.fromPem(empty));
    assertThrows(EvidenceFailure.class, () -> TrustAnchors.fromPem(text));
    assertThrows(EvidenceFailure.class, () -> TrustAnchors.fromPem(folder.resolve("nothing.pem")));
  }

  private Path bundle(TestKey key) throws Exception {
    return SmallBundle.write(BundleWriter.signedBy(key.signer()), folder);
  }

  private static BundleReport check(Path bundle, Path anchors) throws Exception {
    return new BundleVerifier(TrustAnchors.fromPem(anchors)).check(bundle);
  }
}
