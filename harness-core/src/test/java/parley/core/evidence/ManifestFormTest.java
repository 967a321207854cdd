package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

class ManifestFormTest {
  private static final Octets DIGEST = ContentDigest.sha256Of(Octets.EMPTY);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void comesBackAsItWasWritten(boolean timeStamped) throws Exception {
    Manifest manifest =
        new Manifest(
            List.of(
                new Manifest.Reference("a b%20&<\"'>é𝄞/c.json", "application/json", DIGEST),
                new Manifest.Reference("z", "application/octet-stream", DIGEST)),
            timeStamped);
    assertEquals(manifest, ManifestForm.read(ManifestForm.write(manifest)));
  }

  @Test
  void isWrittenAsTheStandardHasIt() {
    Manifest manifest =
        new Manifest(List.of(new Manifest.Reference("a b", "text/plain", DIGEST)), false);
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>
        <asic:DataObjectReference URI="a%20b" MimeType="text/plain"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</ds:DigestValue></asic:DataObjectReference>
        </asic:ASiCManifest>
        """,
        ManifestForm.write(manifest).text(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void readsNothingFromOutside() {
    String entity =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#">&x;</asic:ASiCManifest>
        """;
    assertThrows(XMLStreamException.class, () -> ManifestForm.read(SmallBundle.text(entity)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<a>", "no XML", "<a/>", "<a><DigestValue>?</DigestValue></a>"})
  void refusesWhatIsNoManifest(String text) {
    assertThrows(XMLStreamException.class, () -> ManifestForm.read(SmallBundle.text(text)));
  }

  @Test
  void refusesAnyOtherSpelling() {
    Octets written =
        ManifestForm.write(
            new Manifest(List.of(new Manifest.Reference("a", "text/plain", DIGEST)), false));
    String text = written.text(java.nio.charset.StandardCharsets.UTF_8);
    for (String other :
        List.of(
            text + "\n",
            text.replace("URI=\"a\"", "URI=\"%61\""),
            text.replace("URI=\"a\"", "URI='a'"),
            text.replace("/><ds:DigestValue", " /><ds:DigestValue"),
            text.replace("asic:", "asix:").replace(":asic", ":asix"),
            text.replace("</asic:ASiCManifest>", "<!-- --></asic:ASiCManifest>"))) {
      assertTrue(!other.equals(text), other);
      assertThrows(
          XMLStreamException.class, () -> ManifestForm.read(SmallBundle.text(other)), other);
    }
  }
}
