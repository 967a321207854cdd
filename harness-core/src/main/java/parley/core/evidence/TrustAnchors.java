package parley.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import parley.core.wire.Octets;

/** The certificates that the verifying person trusts; none means that trust is not asked for. */
public final class TrustAnchors {
  public static final TrustAnchors NONE = new TrustAnchors(List.of());

  private final List<X509Certificate> anchors;

  private TrustAnchors(List<X509Certificate> anchors) {
    this.anchors = anchors;
  }

  /** Certificates in PEM, one after the other. */
  public static TrustAnchors fromPem(Path file) throws EvidenceFailure {
    try (InputStream content = Files.newInputStream(file)) {
      List<X509Certificate> anchors = new ArrayList<>();
      for (var certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(content)) {
        anchors.add((X509Certificate) certificate);
      }
      if (anchors.isEmpty()) {
        throw new EvidenceFailure(file + " holds no certificate: give one or more in PEM");
      }
      return new TrustAnchors(List.copyOf(anchors));
    } catch (IOException | GeneralSecurityException e) {
      throw new EvidenceFailure(
          "the trust anchors in "
              + file
              + " cannot be read ("
              + Signer.reason(e)
              + "): give certificates in PEM",
          e);
    }
  }

  /** RFC 5280 section 6 at {@code time}, without revocation. */
  TrustState check(List<X509CertificateHolder> chain, Instant time) {
    if (anchors.isEmpty()) {
      return new TrustState.NotAsked();
    }
    try {
      List<X509Certificate> path = new ArrayList<>();
      for (X509CertificateHolder holder : chain) {
        X509Certificate certificate = BouncyCastle.certificate(holder);
        if (anchors.stream().anyMatch(anchor -> same(anchor, certificate))) {
          if (path.isEmpty()) {
            return new TrustState.Trusted(subject(certificate));
          }
          break;
        }
        path.add(certificate);
      }
      return validate(path, time);
    } catch (GeneralSecurityException | RuntimeException e) {
      return new TrustState.NotTrusted(Signer.reason(e));
    }
  }

  private TrustState validate(List<X509Certificate> path, Instant time)
      throws GeneralSecurityException {
    Set<TrustAnchor> trusted = new HashSet<>();
    anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
    PKIXParameters parameters = new PKIXParameters(trusted);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(time));
    CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
    PKIXCertPathValidatorResult result =
        (PKIXCertPathValidatorResult)
            CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
    return new TrustState.Trusted(subject(result.getTrustAnchor().getTrustedCert()));
  }

  private static boolean same(X509Certificate one, X509Certificate other) {
    try {
      return Octets.of(one.getEncoded()).equals(Octets.of(other.getEncoded()));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String subject(X509Certificate certificate) throws GeneralSecurityException {
    return new JcaX509CertificateHolder(certificate).getSubject().toString();
  }
}
