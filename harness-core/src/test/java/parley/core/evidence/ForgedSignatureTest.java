package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.wire.Octets;

/** Changes to the signature that leave it mathematically valid, as CMS itself allows them. */
class ForgedSignatureTest {
  @TempDir Path folder;
  private Octets bundle = Octets.EMPTY;
  private Octets signature = Octets.EMPTY;

  @BeforeEach
  void writeOne() throws Exception {
    bundle =
        SmallBundle.octets(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
    signature = SmallBundle.content(bundle, EntryNames.SIGNATURE);
  }

  @Test
  void refusesACertificateThatNobodySigned() throws Exception {
    CMSSignedData cms = new CMSSignedData(signature.toArray());
    List<X509CertificateHolder> more = new ArrayList<>(cms.getCertificates().getMatches(null));
    more.addAll(TestKey.selfSigned("EC", 256).chain());
    assertRefused(
        CMSSignedData.replaceCertificatesAndCRLs(cms, new CollectionStore<>(more), null, null));
  }

  @Test
  void refusesAnUnsignedAttribute() throws Exception {
    CMSSignedData cms = new CMSSignedData(signature.toArray());
    SignerInformation signer = cms.getSignerInfos().iterator().next();
    AttributeTable attributes =
        new AttributeTable(
            new Attribute(new ASN1ObjectIdentifier("1.2.3.4"), new DERSet(DERNull.INSTANCE)));
    assertRefused(
        CMSSignedData.replaceSigners(
            cms,
            new SignerInformationStore(
                SignerInformation.replaceUnsignedAttributes(signer, attributes))));
  }

  @Test
  void refusesASecondSigner() throws Exception {
    CMSSignedData cms = new CMSSignedData(signature.toArray());
    Octets other =
        SmallBundle.content(
            SmallBundle.octets(
                BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder),
            EntryNames.SIGNATURE);
    List<SignerInformation> signers = new ArrayList<>(cms.getSignerInfos().getSigners());
    signers.addAll(new CMSSignedData(other.toArray()).getSignerInfos().getSigners());
    assertRefused(CMSSignedData.replaceSigners(cms, new SignerInformationStore(signers)));
  }

  @Test
  void refusesIndefiniteLengths() throws Exception {
    ByteArrayOutputStream ber = new ByteArrayOutputStream();
    ber.write(0x30);
    ber.write(0x80);
    ber.write(signature.from(4).toArray());
    ber.write(0);
    ber.write(0);
    assertRefused(Octets.of(ber.toByteArray()));
  }

  @Test
  void refusesTheSecondFormOfTheSameEcdsaSignature() throws Exception {
    CadesSignature parts = CadesSignature.parse(signature);
    ECPublicKey key = (ECPublicKey) BouncyCastle.publicKey(parts.signer());
    ASN1Sequence pair = ASN1Sequence.getInstance(parts.value().toArray());
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
    ASN1EncodableVector other = new ASN1EncodableVector();
    other.add(pair.getObjectAt(0));
    other.add(new ASN1Integer(key.getParams().getOrder().subtract(s)));
    Octets value = Octets.of(new DERSequence(other).getEncoded());

    Signature verifier = Signature.getInstance("SHA256withECDSA", BouncyCastle.PROVIDER);
    verifier.initVerify(key);
    verifier.update(parts.signedOctets().toArray());
    assertTrue(verifier.verify(value.toArray()), "both forms are mathematically valid");

    assertRefused(
        new CadesSignature(
                parts.chain(), parts.contentDigest(), parts.claimedTime(), value, parts.token())
            .encode());
  }

  @Test
  void refusesAnotherClaimedTime() throws Exception {
    CadesSignature parts = CadesSignature.parse(signature);
    assertRefused(
        new CadesSignature(
                parts.chain(),
                parts.contentDigest(),
                parts.claimedTime().minusSeconds(3600),
                parts.value(),
                parts.token())
            .encode());
  }

  @Test
  void doesNotCallABundleUntimestampedWhoseSignatureCannotBeRead() throws Exception {
    BundleReport report = assertRefused(SmallBundle.text("no signature"));
    assertInstanceOf(TimeState.NotRead.class, report.time());
    assertTrue(report.untimestamped());
  }

  @Test
  void survivesElementsNestedWithoutEnd() throws Exception {
    byte[] nested = new byte[200_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertRefused(Octets.of(nested));
  }

  private void assertRefused(CMSSignedData forged) throws Exception {
    Octets octets = Octets.of(forged.toASN1Structure().getEncoded("DER"));
    BundleReport report = assertRefused(octets);
    assertTrue(report.problems().toString().contains("is damaged"), report.problems().toString());
  }

  private BundleReport assertRefused(Octets forged) throws Exception {
    BundleReport report =
        SmallBundle.verify(SmallBundle.replace(bundle, EntryNames.SIGNATURE, forged));
    assertFalse(report.intact());
    assertEquals(
        List.of(EntryNames.SIGNATURE),
        report.problems().stream().map(Problem::place).distinct().toList());
    return report;
  }
}
