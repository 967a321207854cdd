package parley.core.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import parley.core.wire.Octets;

/** The key that Parley makes for itself, once for each configuration folder. */
final class OwnKey {
  static final String FILE = "evidence-key.p12";

  /** PKCS#12 asks for one. It is no secret: only the file's permissions protect the key. */
  static final String PASSWORD = "parley";

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int YEARS = 10;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnKey() {}

  static Signer in(Path configFolder) throws EvidenceFailure {
    Path file = configFolder.resolve(FILE);
    if (!Files.exists(file)) {
      make(configFolder.toAbsolutePath(), file);
    }
    refuseIfOthersCanRead(file);
    return Signer.fromPkcs12(file, PASSWORD);
  }

  /** First under another name, so that a half-written key is never found. */
  private static void make(Path folder, Path file) throws EvidenceFailure {
    Path unfinished =
        folder.resolve("." + FILE + "." + Long.toHexString(new SecureRandom().nextLong()));
    try {
      Files.createDirectories(folder);
      createForOwner(unfinished);
      try {
        try (OutputStream out =
            Files.newOutputStream(unfinished, StandardOpenOption.TRUNCATE_EXISTING)) {
          store(out);
        }
        Files.move(unfinished, file);
      } catch (FileAlreadyExistsException e) {
        // Another run made its key at the same time: that one is as good.
        Files.delete(unfinished);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new EvidenceFailure(
          "no signing key can be made in "
              + folder
              + " ("
              + Signer.reason(e)
              + "): make the folder writable, or give a key of your own as a PKCS#12 file",
          e);
    }
  }

  private static void store(OutputStream out)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {BouncyCastle.certificate(certificate(pair))};
    store.setKeyEntry("evidence", pair.getPrivate(), PASSWORD.toCharArray(), chain);
    store.store(out, PASSWORD.toCharArray());
  }

  private static X509CertificateHolder certificate(KeyPair pair)
      throws IOException, OperatorCreationException {
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    // The name tells keys apart, and says nothing of the machine or its user.
    String mark = ContentDigest.sha256Of(Octets.of(key.getEncoded())).hex().substring(0, 16);
    X500Name name =
        new X500NameBuilder()
            .addRDN(BCStyle.O, "Self-signed by Parley on this machine")
            .addRDN(BCStyle.CN, "Parley evidence key " + mark)
            .build();
    Instant start = Instant.now().minus(CLOCK_SKEW);
    Instant end = start.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    X509ExtensionUtils extensions =
        new X509ExtensionUtils(
            new BcDigestCalculatorProvider()
                .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)));
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
                name,
                new BigInteger(127, new SecureRandom()).setBit(126),
                Date.from(start),
                Date.from(end),
                name,
                key)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
            .addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
    return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
  }

  private static void createForOwner(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      return;
    }
    Files.createFile(file);
    AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(view.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
  }

  private static void refuseIfOthersCanRead(Path file) throws EvidenceFailure {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new EvidenceFailure(
            "others can reach the signing key "
                + file
                + ": take their permissions away (chmod 600), or delete it to have a new one made");
      }
    } catch (IOException e) {
      throw new EvidenceFailure("the signing key " + file + " cannot be looked at", e);
    }
  }
}
