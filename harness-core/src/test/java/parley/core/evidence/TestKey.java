package parley.core.evidence;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key made for a test, with its certificate and those above it. */
record TestKey(KeyPair pair, List<X509CertificateHolder> chain) {
  static final String PASSWORD = "secret of a test";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2126-01-01T00:00:00Z");

  static TestKey selfSigned(String algorithm, int bits) throws Exception {
    KeyPair pair = pair(algorithm, bits);
    return new TestKey(
        pair, List.of(certificate("CN=Test signer", pair, "CN=Test signer", pair, END)));
  }

  static TestKey expired() throws Exception {
    KeyPair pair = pair("EC", 256);
    Instant end = START.plusSeconds(1);
    return new TestKey(pair, List.of(certificate("CN=Expired", pair, "CN=Expired", pair, end)));
  }

  /** A certification authority of its own above it. */
  static TestKey issued(String algorithm, int bits) throws Exception {
    KeyPair root = pair("EC", 256);
    KeyPair pair = pair(algorithm, bits);
    return new TestKey(
        pair,
        List.of(
            certificate("CN=Test leaf,O=Court", pair, "CN=Test root", root, END),
            authority("CN=Test root", root)));
  }

  /** May sign time stamps: RFC 3161 section 2.3. */
  static TestKey timeStamping(String algorithm, int bits) throws Exception {
    KeyPair root = pair("EC", 256);
    KeyPair pair = pair(algorithm, bits);
    X509v3CertificateBuilder builder = builder("CN=Test TSA", pair, "CN=Test TSA root", END);
    builder.addExtension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    return new TestKey(
        pair,
        List.of(
            builder.build(signer(root).build(root.getPrivate())),
            authority("CN=Test TSA root", root)));
  }

  Signer signer() throws Exception {
    return Signer.of(pair.getPrivate(), chain);
  }

  Path pkcs12(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    List<Certificate> certificates = new ArrayList<>();
    for (X509CertificateHolder holder : chain) {
      certificates.add(BouncyCastle.certificate(holder));
    }
    store.setKeyEntry(
        "test",
        pair.getPrivate(),
        PASSWORD.toCharArray(),
        certificates.toArray(Certificate[]::new));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** The certificate at the top of the chain. */
  Path pem(Path file) throws Exception {
    return Files.writeString(file, pem(chain.getLast()));
  }

  static String pem(X509CertificateHolder certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair pair(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (bits > 0) {
      generator.initialize(bits);
    }
    return generator.generateKeyPair();
  }

  private static X509CertificateHolder authority(String name, KeyPair pair) throws Exception {
    return builder(name, pair, name, END)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
        .build(signer(pair).build(pair.getPrivate()));
  }

  private static X509CertificateHolder certificate(
      String subject, KeyPair pair, String issuer, KeyPair issuing, Instant end) throws Exception {
    return builder(subject, pair, issuer, end)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
        .build(signer(issuing).build(issuing.getPrivate()));
  }

  private static X509v3CertificateBuilder builder(
      String subject, KeyPair pair, String issuer, Instant end) {
    return new X509v3CertificateBuilder(
        new X500Name(issuer),
        BigInteger.valueOf(System.nanoTime()),
        Date.from(START),
        Date.from(end),
        new X500Name(subject),
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  private static JcaContentSignerBuilder signer(KeyPair pair) {
    return new JcaContentSignerBuilder(
        switch (pair.getPublic().getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "Ed25519";
        });
  }
}
