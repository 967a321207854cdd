package parley.core.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import parley.core.wire.Octets;

/**
 * A detached CAdES signature of the baseline levels B and T (ETSI EN 319 122-1 clauses 5 and 6, RFC
 * 5652), as the parts that carry meaning. Every other field of the CMS structure follows from them,
 * so a signature that is parsed and encoded again must come out the same.
 *
 * @param chain the signer's certificate first, then those above it; the signature covers them all
 *     through signing-certificate-v2 (RFC 5035 section 3)
 * @param contentDigest of the signed octets, with the digest of the key's {@link SignatureScheme}
 * @param claimedTime the local clock's time, to the second: a claim, no proof
 * @param token RFC 3161 time stamp over {@code value}
 */
record CadesSignature(
    List<X509CertificateHolder> chain,
    Octets contentDigest,
    Instant claimedTime,
    Octets value,
    Optional<Octets> token) {

  /** Octets. */
  static final int LARGEST = 1 << 20;

  CadesSignature {
    chain = List.copyOf(chain);
  }

  X509CertificateHolder signer() {
    return chain.getFirst();
  }

  CadesSignature stamped(Octets token) {
    return new CadesSignature(chain, contentDigest, claimedTime, value, Optional.of(token));
  }

  SignatureScheme scheme() throws IOException, GeneralSecurityException {
    return SignatureScheme.of(BouncyCastle.publicKey(signer()));
  }

  static Octets digest(SignatureScheme scheme, Octets content) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(scheme.digestName());
    digest.update(content.toBuffer());
    return Octets.of(digest.digest());
  }

  /** The octets that are signed: the DER of the signed attributes (RFC 5652 section 5.4). */
  static Octets signedOctets(
      List<X509CertificateHolder> chain, Octets contentDigest, Instant claimedTime)
      throws IOException {
    return der(signedAttributes(chain, contentDigest, claimedTime));
  }

  Octets signedOctets() throws IOException {
    return signedOctets(chain, contentDigest, claimedTime);
  }

  Octets encode() throws IOException, GeneralSecurityException {
    SignatureScheme scheme = scheme();
    ASN1EncodableVector certificates = new ASN1EncodableVector();
    chain.forEach(certificate -> certificates.add(certificate.toASN1Structure()));
    ASN1Set unsigned = null;
    if (token.isPresent()) {
      ASN1Encodable stamp = ASN1Primitive.fromByteArray(token.get().toArray());
      unsigned =
          new DERSet(
              new Attribute(
                  PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(stamp)));
    }
    SignerInfo signerInfo =
        new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(signer().toASN1Structure())),
            scheme.digest(),
            signedAttributes(chain, contentDigest, claimedTime),
            scheme.signature(),
            new DEROctetString(value.toArray()),
            unsigned);
    SignedData signedData =
        new SignedData(
            new DERSet(scheme.digest()),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(certificates),
            null,
            new DERSet(signerInfo));
    return der(new ContentInfo(CMSObjectIdentifiers.signedData, signedData));
  }

  /** Fails with {@link IOException} if the octets are not such a signature in its one form. */
  static CadesSignature parse(Octets octets) throws IOException, GeneralSecurityException {
    Optional<String> problem = DerForm.problem(octets);
    if (octets.length() > LARGEST || problem.isPresent()) {
      throw new IOException(problem.orElse("larger than " + LARGEST + " octets"));
    }
    CadesSignature signature;
    try {
      signature = parts(octets);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("not a CMS signature", e);
    }
    Octets again = signature.encode();
    if (!again.equals(octets)) {
      throw new IOException("not in the one form of a signature" + firstDifference(again, octets));
    }
    return signature;
  }

  private static CadesSignature parts(Octets octets) throws IOException {
    ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(octets.toArray()));
    SignedData signedData = SignedData.getInstance(content.getContent());
    SignerInfo signerInfo = SignerInfo.getInstance(signedData.getSignerInfos().getObjectAt(0));
    AttributeTable signed = new AttributeTable(signerInfo.getAuthenticatedAttributes());
    Map<Octets, X509CertificateHolder> certificates = new HashMap<>();
    for (ASN1Encodable certificate : signedData.getCertificates()) {
      X509CertificateHolder holder =
          new X509CertificateHolder(Certificate.getInstance(certificate));
      certificates.put(ContentDigest.sha256Of(Octets.of(holder.getEncoded())), holder);
    }
    List<X509CertificateHolder> chain = new ArrayList<>();
    ASN1Encodable covered = attribute(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    for (ESSCertIDv2 id : SigningCertificateV2.getInstance(covered).getCerts()) {
      X509CertificateHolder holder = certificates.get(Octets.of(id.getCertHash()));
      if (holder == null) {
        throw new IOException("a certificate is not the one that was signed with");
      }
      chain.add(holder);
    }
    Optional<Octets> token = Optional.empty();
    if (signerInfo.getUnauthenticatedAttributes() != null) {
      AttributeTable unsigned = new AttributeTable(signerInfo.getUnauthenticatedAttributes());
      token =
          Optional.of(
              der(attribute(unsigned, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)));
    }
    return new CadesSignature(
        chain,
        Octets.of(
            ASN1OctetString.getInstance(attribute(signed, CMSAttributes.messageDigest))
                .getOctets()),
        Time.getInstance(attribute(signed, CMSAttributes.signingTime)).getDate().toInstant(),
        Octets.of(signerInfo.getEncryptedDigest().getOctets()),
        token);
  }

  private static ASN1Set signedAttributes(
      List<X509CertificateHolder> chain, Octets contentDigest, Instant claimedTime)
      throws IOException {
    ESSCertIDv2[] covered = new ESSCertIDv2[chain.size()];
    for (int i = 0; i < covered.length; i++) {
      Octets hash = ContentDigest.sha256Of(Octets.of(chain.get(i).getEncoded()));
      covered[i] = new ESSCertIDv2(hash.toArray());
    }
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(claimedTime))));
    attributes.add(
        attribute(CMSAttributes.messageDigest, new DEROctetString(contentDigest.toArray())));
    attributes.add(
        attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2, new SigningCertificateV2(covered)));
    return new DERSet(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  private static ASN1Encodable attribute(AttributeTable table, ASN1ObjectIdentifier type)
      throws IOException {
    Attribute attribute = table.get(type);
    if (attribute == null || attribute.getAttrValues().size() != 1) {
      throw new IOException("attribute " + type.getId() + " is missing or not single");
    }
    return attribute.getAttributeValues()[0];
  }

  private static Octets der(ASN1Encodable value) throws IOException {
    return Octets.of(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
  }

  private static String firstDifference(Octets expected, Octets actual) {
    int common = Math.min(expected.length(), actual.length());
    for (int i = 0; i < common; i++) {
      if (expected.u8(i) != actual.u8(i)) {
        return " (octet " + i + ")";
      }
    }
    return " (octet " + common + ")";
  }
}
