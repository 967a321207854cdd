package parley.h323.trace;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The dissector of Wireshark, which nobody here wrote. */
public final class Tshark {
  private Tshark() {}

  /**
   * A field of its dissection.
   *
   * @param name its own name for it, as {@code h225.setup_element}
   * @param shown the line a person reads, as {@code port: 1720}
   * @param show the value alone
   * @param value the octets it was read from, in hexadecimal
   */
  record Field(String name, String shown, String show, String value, List<Field> children) {
    /** All fields of that name at any depth, in order. */
    List<Field> all(String wanted) {
      List<Field> found = new ArrayList<>();
      collect(wanted, found);
      return found;
    }

    private void collect(String wanted, List<Field> found) {
      if (name.equals(wanted)) {
        found.add(this);
      }
      children.forEach(child -> child.collect(wanted, found));
    }

    Optional<Field> child(String wanted) {
      return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }
  }

  /** A frame and what stands in it, protocol by protocol. */
  record Frame(long number, List<Field> protocols) {}

  /** Skips the test without it; where peers are required, fails. */
  public static void assumeInstalled() {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    if (!found && "required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.fail("tshark is not installed (PARLEY_PEERS=required)");
    }
    Assumptions.assumeTrue(found, "tshark is not installed");
  }

  /** What it prints; it must end well. */
  public static String output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assertions.assertEquals(0, process.waitFor(), "how tshark ended");
    return output;
  }

  /** The frames that a filter selects, with only the protocols of H.323 in detail. */
  static List<Frame> dissect(Path capture, String filter, String... options) {
    assumeInstalled();
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-r",
                capture.toString(),
                "-Y",
                filter,
                "-J",
                "tpkt q931 h225 h245 _ws.malformed",
                "-T",
                "pdml"));
    command.addAll(List.of(options));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      List<Frame> frames;
      try (InputStream out = new BufferedInputStream(process.getInputStream())) {
        frames = frames(out);
      }
      Assertions.assertEquals(0, process.waitFor(), () -> "tshark failed: " + command);
      return frames;
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Frame> frames(InputStream pdml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(pdml);
    List<Frame> frames = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("packet")) {
        List<Field> protocols = children(reader);
        long number =
            protocols.stream()
                .filter(protocol -> protocol.name().equals("geninfo"))
                .flatMap(protocol -> protocol.child("num").stream())
                .mapToLong(field -> Long.parseLong(field.show()))
                .findFirst()
                .orElseThrow();
        frames.add(new Frame(number, protocols));
      }
    }
    return frames;
  }

  private static List<Field> children(XMLStreamReader reader) throws XMLStreamException {
    List<Field> children = new ArrayList<>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = attribute(reader, "name");
          String shown = attribute(reader, "showname");
          String show = attribute(reader, "show");
          String value = attribute(reader, "value");
          children.add(new Field(name, shown, show, value, children(reader)));
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return children;
        }
        default -> {}
      }
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String text = reader.getAttributeValue("", name);
    return text == null ? "" : text;
  }
}
