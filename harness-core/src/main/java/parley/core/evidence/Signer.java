package parley.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import parley.core.wire.Octets;

/** A private key with its certificates, which signs bundles. */
public final class Signer {
  private final PrivateKey key;
  private final List<X509CertificateHolder> chain;
  private final Signatory signatory;
  private final SignatureScheme scheme;

  private Signer(PrivateKey key, List<X509CertificateHolder> chain)
      throws IOException, GeneralSecurityException {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.signatory = Signatory.of(chain.getFirst());
    this.scheme = SignatureScheme.of(BouncyCastle.publicKey(chain.getFirst()));
  }

  /**
   * The one key in a PKCS#12 file. RSA from 2048 bits, EC from 224 bits and Ed25519 are accepted;
   * the digest follows from the key.
   */
  public static Signer fromPkcs12(Path file, String password) throws EvidenceFailure {
    KeyStore store;
    try (InputStream content = Files.newInputStream(file)) {
      store = KeyStore.getInstance("PKCS12");
      store.load(content, password.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new EvidenceFailure(
          "the signing key in "
              + file
              + " cannot be read ("
              + reason(e)
              + "): check that it is a PKCS#12 file and that the password is right",
          e);
    }
    try {
      List<String> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          keys.add(alias);
        }
      }
      if (keys.size() != 1
          || !(store.getKey(keys.getFirst(), password.toCharArray()) instanceof PrivateKey key)) {
        throw new EvidenceFailure(
            file + " holds " + keys.size() + " keys: give a PKCS#12 file with exactly one");
      }
      return of(key, certificates(store.getCertificateChain(keys.getFirst())));
    } catch (IOException | GeneralSecurityException e) {
      throw new EvidenceFailure(
          "the key in " + file + " cannot sign (" + reason(e) + "): use another key", e);
    }
  }

  /**
   * The key that Parley made for itself in {@code configFolder}; it is made now if there is none.
   * Its certificate is self-signed: it shows that bundles come from one place, but not from whom.
   */
  public static Signer ownKey(Path configFolder) throws EvidenceFailure {
    return OwnKey.in(configFolder);
  }

  /** Whether nobody but this key vouches for its certificate. */
  public boolean selfSigned() {
    return signatory.selfSigned();
  }

  public Signatory signatory() {
    return signatory;
  }

  static Signer of(PrivateKey key, List<X509CertificateHolder> chain)
      throws IOException, GeneralSecurityException {
    Signer signer = new Signer(key, chain);
    Octets probe = ContentDigest.sha256Of(Octets.EMPTY);
    if (!signer.scheme.verify(
        BouncyCastle.publicKey(chain.getFirst()), probe, signer.scheme.sign(key, probe))) {
      throw new GeneralSecurityException("the certificate does not belong to the private key");
    }
    return signer;
  }

  /** {@code claimedTime} is cut to the second. The signature has no time stamp yet. */
  CadesSignature sign(Octets content, Instant claimedTime) throws EvidenceFailure {
    try {
      Instant second = claimedTime.truncatedTo(ChronoUnit.SECONDS);
      Octets digest = CadesSignature.digest(scheme, content);
      Octets value = scheme.sign(key, CadesSignature.signedOctets(chain, digest, second));
      CadesSignature signature = new CadesSignature(chain, digest, second, value, Optional.empty());
      CadesSignature.parse(signature.encode());
      return signature;
    } catch (IOException | GeneralSecurityException e) {
      throw new EvidenceFailure(
          "signing as " + signatory.subject() + " failed (" + reason(e) + "): use another key", e);
    }
  }

  static String reason(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static List<X509CertificateHolder> certificates(Certificate[] chain)
      throws IOException, GeneralSecurityException {
    List<X509CertificateHolder> holders = new ArrayList<>();
    for (Certificate certificate : chain) {
      if (!(certificate instanceof X509Certificate)) {
        throw new GeneralSecurityException("a certificate is not X.509");
      }
      holders.add(new X509CertificateHolder(certificate.getEncoded()));
    }
    return holders;
  }
}
