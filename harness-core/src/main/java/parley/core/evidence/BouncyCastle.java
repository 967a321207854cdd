package parley.core.evidence;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * The provider of all signatures here. It is not registered: the JVM's own order stays as it is.
 */
final class BouncyCastle {
  static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}

  static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
    return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
  }

  static PublicKey publicKey(X509CertificateHolder holder) throws IOException {
    return new JcaPEMKeyConverter()
        .setProvider(PROVIDER)
        .getPublicKey(holder.getSubjectPublicKeyInfo());
  }

  /** The same key in the provider's own class. */
  static PrivateKey privateKey(PrivateKey key) throws IOException {
    return new JcaPEMKeyConverter()
        .setProvider(PROVIDER)
        .getPrivateKey(PrivateKeyInfo.getInstance(key.getEncoded()));
  }
}
