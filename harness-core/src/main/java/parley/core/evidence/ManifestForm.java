package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import parley.core.wire.Octets;

/**
 * The one form of a {@link Manifest} in XML: fixed prefixes, one element per line, names
 * percent-encoded as RFC 3986 section 2.1 has it. What is read must come out the same when written
 * again.
 */
final class ManifestForm {
  /** Octets; room for as many files as a container can hold. */
  static final int LARGEST = 32 << 20;

  private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String PARLEY = "urn:parley:evidence:1";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String SIGNATURE_TYPE = "application/pkcs7-signature";
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private ManifestForm() {}

  static Octets write(Manifest manifest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      write(manifest, xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return Octets.of(out.toByteArray());
  }

  /** Fails with {@link XMLStreamException} if the octets are not a manifest in its one form. */
  static Manifest read(Octets octets) throws XMLStreamException {
    if (octets.length() > LARGEST) {
      throw new XMLStreamException("larger than " + LARGEST + " octets");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("a manifest refers to nothing outside itself");
        });
    XMLStreamReader xml =
        factory.createXMLStreamReader(new ByteArrayInputStream(octets.toArray()), UTF_8.name());
    try {
      Manifest manifest = read(xml);
      if (!write(manifest).equals(octets)) {
        throw new XMLStreamException("not in the one form of a manifest");
      }
      return manifest;
    } catch (IllegalArgumentException e) {
      throw new XMLStreamException("a name or digest is not readable", e);
    } finally {
      xml.close();
    }
  }

  private static void write(Manifest manifest, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("asic", "ASiCManifest", ASIC);
    xml.writeNamespace("asic", ASIC);
    xml.writeNamespace("ds", DSIG);
    xml.writeCharacters("\n");
    xml.writeEmptyElement("asic", "SigReference", ASIC);
    xml.writeAttribute("URI", encode(EntryNames.SIGNATURE));
    xml.writeAttribute("MimeType", SIGNATURE_TYPE);
    xml.writeCharacters("\n");
    for (Manifest.Reference file : manifest.files()) {
      xml.writeStartElement("asic", "DataObjectReference", ASIC);
      xml.writeAttribute("URI", encode(file.name()));
      xml.writeAttribute("MimeType", file.mediaType());
      xml.writeEmptyElement("ds", "DigestMethod", DSIG);
      xml.writeAttribute("Algorithm", SHA256);
      xml.writeStartElement("ds", "DigestValue", DSIG);
      xml.writeCharacters(Base64.getEncoder().encodeToString(file.sha256().toArray()));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeCharacters("\n");
    }
    if (manifest.timeStamped()) {
      writeExtension(xml);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static void writeExtension(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("asic", "ASiCManifestExtensions", ASIC);
    xml.writeStartElement("asic", "Extension", ASIC);
    xml.writeAttribute("Critical", "false");
    xml.writeEmptyElement("parley", "TimeStamped", PARLEY);
    xml.writeNamespace("parley", PARLEY);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Lenient: whatever is not understood is left out, and then found by writing it again. */
  private static Manifest read(XMLStreamReader xml) throws XMLStreamException {
    List<Manifest.Reference> files = new ArrayList<>();
    boolean timeStamped = false;
    String name = "";
    String mediaType = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "DataObjectReference" -> {
          name = decode(attribute(xml, "URI"));
          mediaType = attribute(xml, "MimeType");
        }
        case "DigestValue" -> {
          byte[] digest = Base64.getDecoder().decode(xml.getElementText());
          files.add(new Manifest.Reference(name, mediaType, Octets.of(digest)));
        }
        case "TimeStamped" -> timeStamped = true;
        default -> {}
      }
    }
    return new Manifest(files, timeStamped);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static String encode(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : name.getBytes(UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        uri.append((char) octet);
      } else {
        uri.append('%').append(String.format("%02X", octet & 0xff));
      }
    }
    return uri.toString();
  }

  private static String decode(String uri) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int i = 0; i < uri.length(); i++) {
      char next = uri.charAt(i);
      if (next == '%' && i + 2 < uri.length()) {
        name.write(Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        name.write(next);
      }
    }
    return name.toString(UTF_8);
  }
}
