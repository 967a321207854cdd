package parley.core.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import parley.core.wire.Octets;

/**
 * The one form of an RFC 3161 time stamp token in a bundle. An authority may fill the unsigned
 * fields of its CMS structure in several ways; here they are all made again from the signed ones,
 * which leaves the authority's signature valid. Of the certificates those stay that lead up from
 * the signer, each verified by the next.
 *
 * <p>What stays open: a topmost certificate that names another issuer than itself cannot be
 * verified from the token. Its key and subject are bound by the certificate below it; its other
 * fields, and so the issuer's name in a root, are covered only if trust anchors are given.
 */
final class TimeStampForm {
  /** A token that holds: its contents and the certificates from the signer up. */
  record Sound(TimeStampTokenInfo contents, List<X509CertificateHolder> chain) {}

  private record Remade(Octets octets, List<X509CertificateHolder> chain) {}

  private TimeStampForm() {}

  static Octets canonical(Octets token) throws IOException {
    return remake(token).octets();
  }

  private static Remade remake(Octets token) throws IOException {
    try {
      SignedData signedData = signedData(token);
      SignerInfo signerInfo = signerInfo(signedData);
      List<X509CertificateHolder> chain = chain(signedData, signerInfo);
      X509CertificateHolder signer = chain.getFirst();
      CMSAlgorithmProtection algorithms = algorithms(signerInfo, signer);
      AlgorithmIdentifier digest = algorithms.getDigestAlgorithm();
      ASN1EncodableVector certificates = new ASN1EncodableVector();
      chain.forEach(certificate -> certificates.add(certificate.toASN1Structure()));
      ASN1OctetString contents =
          ASN1OctetString.getInstance(signedData.getEncapContentInfo().getContent());
      SignerInfo remade =
          new SignerInfo(
              new SignerIdentifier(new IssuerAndSerialNumber(signer.toASN1Structure())),
              digest,
              signerInfo.getAuthenticatedAttributes(),
              algorithms.getSignatureAlgorithm(),
              new DEROctetString(signerInfo.getEncryptedDigest().getOctets()),
              null);
      SignedData remadeData =
          new SignedData(
              new DERSet(digest),
              new ContentInfo(
                  PKCSObjectIdentifiers.id_ct_TSTInfo, new DEROctetString(contents.getOctets())),
              new DERSet(certificates),
              null,
              new DERSet(remade));
      return new Remade(
          Octets.of(
              new ContentInfo(CMSObjectIdentifiers.signedData, remadeData)
                  .getEncoded(ASN1Encoding.DER)),
          chain);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("not a time stamp token", e);
    }
  }

  /** Fails, with what is wrong, if the token does not hold for this signature value. */
  static Sound check(Octets token, Octets signatureValue)
      throws IOException, GeneralSecurityException {
    Remade remade = remake(token);
    if (!remade.octets().equals(token)) {
      throw new IOException("the token is not in its one form");
    }
    try {
      List<X509CertificateHolder> chain = remade.chain();
      TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token.toArray()));
      stamp.validate(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(BouncyCastle.PROVIDER)
              .build(chain.getFirst()));
      TimeStampTokenInfo contents = stamp.getTimeStampInfo();
      Octets expected = ContentDigest.sha256Of(signatureValue);
      if (!contents.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
          || !Octets.of(contents.getMessageImprintDigest()).equals(expected)) {
        throw new IOException("the token was made for something else than this signature");
      }
      return new Sound(contents, chain);
    } catch (TSPException | CMSException | OperatorCreationException e) {
      throw new IOException("the token does not verify: " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("not a time stamp token", e);
    }
  }

  private static SignedData signedData(Octets token) throws IOException {
    ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(token.toArray()));
    return SignedData.getInstance(content.getContent());
  }

  private static SignerInfo signerInfo(SignedData signedData) throws IOException {
    if (signedData.getSignerInfos().size() != 1) {
      throw new IOException("the token has not exactly one signer");
    }
    return SignerInfo.getInstance(signedData.getSignerInfos().getObjectAt(0));
  }

  private static List<X509CertificateHolder> chain(SignedData signedData, SignerInfo signerInfo)
      throws IOException {
    List<X509CertificateHolder> sent = new ArrayList<>();
    if (signedData.getCertificates() != null) {
      for (ASN1Encodable certificate : signedData.getCertificates()) {
        if (certificate.toASN1Primitive() instanceof ASN1Sequence sequence) {
          sent.add(new X509CertificateHolder(Certificate.getInstance(sequence)));
        }
      }
    }
    SignerId id = signerId(signerInfo.getSID());
    X509CertificateHolder next =
        sent.stream()
            .filter(id::match)
            .findFirst()
            .orElseThrow(() -> new IOException("the token lacks its signer's certificate"));
    List<X509CertificateHolder> chain = new ArrayList<>();
    Optional<X509CertificateHolder> above = Optional.of(next);
    while (above.isPresent()) {
      X509CertificateHolder top = above.get();
      sent.remove(top);
      chain.add(top);
      if (top.getIssuer().equals(top.getSubject()) && !Signatory.issued(top, top)) {
        throw new IOException("the signature of a root certificate does not verify");
      }
      above = sent.stream().filter(issuer -> Signatory.issued(issuer, top)).findFirst();
    }
    return chain;
  }

  private static SignerId signerId(SignerIdentifier id) {
    if (id.isTagged()) {
      return new SignerId(ASN1OctetString.getInstance(id.getId()).getOctets());
    }
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(id.getId());
    return new SignerId(named.getName(), named.getSerialNumber().getValue());
  }

  /** Those that the authority signed (RFC 6211), or else the one form of those it names. */
  private static CMSAlgorithmProtection algorithms(
      SignerInfo signerInfo, X509CertificateHolder signer) {
    Attribute signed =
        new AttributeTable(signerInfo.getAuthenticatedAttributes())
            .get(CMSAttributes.cmsAlgorithmProtect);
    if (signed != null) {
      return CMSAlgorithmProtection.getInstance(signed.getAttributeValues()[0]);
    }
    return new CMSAlgorithmProtection(
        new AlgorithmIdentifier(signerInfo.getDigestAlgorithm().getAlgorithm()),
        CMSAlgorithmProtection.SIGNATURE,
        signatureAlgorithm(signerInfo, signer));
  }

  private static AlgorithmIdentifier signatureAlgorithm(
      SignerInfo signerInfo, X509CertificateHolder signer) {
    AlgorithmIdentifier given = signerInfo.getDigestEncryptionAlgorithm();
    ASN1ObjectIdentifier digest = signerInfo.getDigestAlgorithm().getAlgorithm();
    ASN1ObjectIdentifier key = signer.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm();
    if (given.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return new AlgorithmIdentifier(
          given.getAlgorithm(), RSASSAPSSparams.getInstance(given.getParameters()));
    }
    if (key.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return new AlgorithmIdentifier(key, DERNull.INSTANCE);
    }
    if (key.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return SignatureScheme.ecdsaWith(digest).map(AlgorithmIdentifier::new).orElse(given);
    }
    return new AlgorithmIdentifier(given.getAlgorithm());
  }
}
