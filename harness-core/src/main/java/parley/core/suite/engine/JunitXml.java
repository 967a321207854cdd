package parley.core.suite.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Takes the platform's JUnit XML into a run's folder without what it tells of this machine: every
 * system property and the host's name have no place in evidence.
 */
final class JunitXml {
  static void copy(Path xmlFolder, Path target) throws IOException {
    Path source = xmlFolder.resolve("TEST-" + ParleyTestEngine.ID + ".xml");
    if (!Files.isRegularFile(source)) {
      return;
    }
    XMLInputFactory input = XMLInputFactory.newDefaultFactory();
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (var in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(target)) {
      XMLEventReader reader = input.createXMLEventReader(in, "UTF-8");
      XMLEventWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
      copy(reader, writer);
      writer.flush();
      writer.close();
    } catch (XMLStreamException broken) {
      throw new IOException("the JUnit XML cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static void copy(XMLEventReader reader, XMLEventWriter writer) throws XMLStreamException {
    int inProperties = 0;
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (event.isStartElement() && named(event.asStartElement(), "properties")) {
        inProperties++;
      } else if (event.isEndElement()
          && event.asEndElement().getName().getLocalPart().equals("properties")) {
        inProperties--;
      } else if (inProperties == 0) {
        writer.add(event.isStartElement() ? withoutHost(event.asStartElement()) : event);
      }
    }
  }

  private static StartElement withoutHost(StartElement start) {
    List<Attribute> kept = new java.util.ArrayList<>();
    start
        .getAttributes()
        .forEachRemaining(
            attribute -> {
              if (!attribute.getName().getLocalPart().equals("hostname")) {
                kept.add(attribute);
              }
            });
    return XMLEventFactory.newDefaultFactory()
        .createStartElement(start.getName(), kept.iterator(), start.getNamespaces());
  }

  private static boolean named(StartElement start, String name) {
    return start.getName().getLocalPart().equals(name);
  }

  private JunitXml() {}
}
