package parley.core.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import parley.core.wire.Octets;

/**
 * How a key signs: one digest and one algorithm for each kind and size of key, so that neither is a
 * choice that somebody could change in a finished signature (RFC 5754 sections 2 and 3, RFC 8419).
 */
record SignatureScheme(
    String signatureName,
    String digestName,
    AlgorithmIdentifier signature,
    AlgorithmIdentifier digest,
    Optional<BigInteger> order) {

  private static final int SMALLEST_RSA = 2048;
  private static final int SMALLEST_EC = 224;

  private record Digest(String name, ASN1ObjectIdentifier id, ASN1ObjectIdentifier withEcdsa) {}

  private static final Digest SHA_256 =
      new Digest("SHA-256", NISTObjectIdentifiers.id_sha256, X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final Digest SHA_384 =
      new Digest("SHA-384", NISTObjectIdentifiers.id_sha384, X9ObjectIdentifiers.ecdsa_with_SHA384);
  private static final Digest SHA_512 =
      new Digest("SHA-512", NISTObjectIdentifiers.id_sha512, X9ObjectIdentifiers.ecdsa_with_SHA512);

  /** Fails for a kind of key that is not known here, or that is too short to prove anything. */
  static SignatureScheme of(PublicKey key) throws GeneralSecurityException {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() >= SMALLEST_RSA -> {
        int bits = rsa.getModulus().bitLength();
        Digest digest = bits <= 3072 ? SHA_256 : bits <= 7680 ? SHA_384 : SHA_512;
        yield scheme(
            "RSA",
            digest,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            Optional.empty());
      }
      case ECPublicKey ec when ec.getParams().getOrder().bitLength() >= SMALLEST_EC -> {
        int bits = ec.getParams().getOrder().bitLength();
        Digest digest = bits <= 256 ? SHA_256 : bits <= 384 ? SHA_384 : SHA_512;
        yield scheme(
            "ECDSA",
            digest,
            new AlgorithmIdentifier(digest.withEcdsa()),
            Optional.of(ec.getParams().getOrder()));
      }
      case EdECPublicKey ed
          when ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName()) ->
          new SignatureScheme(
              "Ed25519",
              SHA_512.name(),
              new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
              new AlgorithmIdentifier(SHA_512.id()),
              Optional.empty());
      default ->
          throw new GeneralSecurityException(
              "a key of kind "
                  + key.getAlgorithm()
                  + " and this size is not accepted (RSA from 2048 bits, EC from 224, Ed25519)");
    };
  }

  /** The algorithm identifier of ECDSA with a digest. */
  static Optional<ASN1ObjectIdentifier> ecdsaWith(ASN1ObjectIdentifier digest) {
    return Stream.of(SHA_256, SHA_384, SHA_512)
        .filter(known -> known.id().equals(digest))
        .map(Digest::withEcdsa)
        .findFirst();
  }

  Octets sign(PrivateKey key, Octets message) throws GeneralSecurityException, IOException {
    Signature signer = Signature.getInstance(signatureName, BouncyCastle.PROVIDER);
    signer.initSign(BouncyCastle.privateKey(key));
    signer.update(message.toBuffer());
    return lowForm(Octets.of(signer.sign()));
  }

  boolean verify(PublicKey key, Octets message, Octets value) throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(signatureName, BouncyCastle.PROVIDER);
    verifier.initVerify(key);
    verifier.update(message.toBuffer());
    return verifier.verify(value.toArray());
  }

  /**
   * For every ECDSA signature (r, s) there is a second correct one, (r, n−s), that anybody can
   * make. Only the one with the smaller s is accepted here.
   */
  Octets lowForm(Octets value) throws IOException {
    if (order.isEmpty()) {
      return value;
    }
    ASN1Sequence pair = ASN1Sequence.getInstance(value.toArray());
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
    BigInteger other = order.get().subtract(s);
    ASN1EncodableVector low = new ASN1EncodableVector();
    low.add(pair.getObjectAt(0));
    low.add(new ASN1Integer(s.min(other)));
    return Octets.of(new DERSequence(low).getEncoded(ASN1Encoding.DER));
  }

  private static SignatureScheme scheme(
      String kind, Digest digest, AlgorithmIdentifier signature, Optional<BigInteger> order) {
    return new SignatureScheme(
        digest.name().replace("-", "") + "with" + kind,
        digest.name(),
        signature,
        new AlgorithmIdentifier(digest.id()),
        order);
  }
}
