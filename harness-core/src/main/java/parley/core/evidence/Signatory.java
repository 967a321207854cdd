package parley.core.evidence;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import parley.core.wire.Octets;

/**
 * Who signed, as the certificate says it.
 *
 * @param selfSigned nobody but the key's holder vouches for the name
 * @param fingerprint SHA-256 of the certificate, in hexadecimal
 */
public record Signatory(
    String subject,
    String issuer,
    boolean selfSigned,
    String fingerprint,
    Instant notBefore,
    Instant notAfter) {

  public boolean validAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  static Signatory of(X509CertificateHolder certificate) throws IOException {
    return new Signatory(
        certificate.getSubject().toString(),
        certificate.getIssuer().toString(),
        issued(certificate, certificate),
        ContentDigest.sha256Of(Octets.of(certificate.getEncoded())).hex(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  /** Whether {@code issuer} bears the issuer's name and its key made the signature. */
  static boolean issued(X509CertificateHolder issuer, X509CertificateHolder certificate) {
    if (!certificate.getIssuer().equals(issuer.getSubject())) {
      return false;
    }
    try {
      return certificate.isSignatureValid(
          new JcaContentVerifierProviderBuilder().setProvider(BouncyCastle.PROVIDER).build(issuer));
    } catch (CertException
        | CertificateException
        | OperatorCreationException
        | RuntimeException e) {
      return false;
    }
  }
}
