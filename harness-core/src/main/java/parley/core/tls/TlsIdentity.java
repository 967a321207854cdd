package parley.core.tls;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import parley.core.call.KeyMaterial;

/** The key and certificate this side shows over TLS. */
final class TlsIdentity {
  private TlsIdentity() {}

  /** From the file where one is given, else a self-signed certificate for this session. */
  static KeyManagerFactory keys(Optional<KeyMaterial> file, InetAddress address)
      throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] password = file.map(KeyMaterial::password).orElse("this session only").toCharArray();
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get().file())) {
          store.load(in, password);
        } catch (IOException e) {
          throw new IOException(
              "the key file " + file.get().file() + " cannot be read: " + e.getMessage(), e);
        }
      } else {
        store.load(null, null);
        selfSigned(store, password, address);
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      return keys;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("no key for TLS: " + e.getMessage(), e);
    }
  }

  private static void selfSigned(KeyStore store, char[] password, InetAddress address)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=" + address.getHostAddress().replace('%', '-') + ",O=Parley");
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(63, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(30, ChronoUnit.DAYS)),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, address.getHostAddress())));
    var certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    store.setKeyEntry("session", pair.getPrivate(), password, new Certificate[] {certificate});
  }
}
