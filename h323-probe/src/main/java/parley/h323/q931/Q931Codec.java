package parley.h323.q931;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/** Reads and writes Q.931 messages with the restrictions of H.225.0 7.2. */
public final class Q931Codec {
  private static final int DISCRIMINATOR = 8;
  private static final int MOST_ELEMENTS = 256;

  private Q931Codec() {}

  /**
   * What was read.
   *
   * @param message what could be read; empty where not even the type could
   * @param problems what is wrong, in the order of the octets
   * @param octets what it was read from
   */
  public record Decoded(Optional<Q931Message> message, List<String> problems, Octets octets) {
    public Decoded {
      problems = List.copyOf(problems);
    }
  }

  /** Never throws on content. */
  public static Decoded decode(Octets octets) {
    List<String> problems = new ArrayList<>();
    if (octets.length() < 3) {
      return new Decoded(
          Optional.empty(), List.of("no Q.931 message in " + octets.length() + " octets"), octets);
    }
    if (octets.u8(0) != DISCRIMINATOR) {
      return new Decoded(
          Optional.empty(),
          List.of("protocol discriminator " + octets.u8(0) + " where Q.931 has 8"),
          octets);
    }
    int length = octets.u8(1) & 0x0f;
    if (octets.length() < 3 + length) {
      return new Decoded(
          Optional.empty(), List.of("ends in a call reference of " + length + " octets"), octets);
    }
    int reference = 0;
    for (int i = 0; i < length; i++) {
      int octet = octets.u8(2 + i);
      reference = reference << 8 | (i == 0 ? octet & 0x7f : octet);
    }
    boolean fromDestination = length > 0 && (octets.u8(2) & 0x80) != 0;
    if (length != 2 || (octets.u8(1) & 0xf0) != 0) {
      problems.add("call reference of " + length + " octets where H.225.0 has 2");
    }
    MessageType type = new MessageType(octets.u8(2 + length));
    if (!type.known()) {
      problems.add("unknown message type 0x%02x".formatted(type.code()));
    }
    List<InformationElement> elements = elements(octets, 3 + length, problems);
    return new Decoded(
        Optional.of(new Q931Message(reference & 0x7fff, fromDestination, type, elements)),
        problems,
        octets);
  }

  private static List<InformationElement> elements(
      Octets octets, int start, List<String> problems) {
    List<InformationElement> elements = new ArrayList<>();
    int at = start;
    while (at < octets.length()) {
      if (elements.size() == MOST_ELEMENTS) {
        problems.add("more than " + MOST_ELEMENTS + " information elements");
        break;
      }
      int identifier = octets.u8(at);
      if (identifier >= 0x80) {
        elements.add(new InformationElement(identifier, Octets.EMPTY));
        at++;
        continue;
      }
      // The length of User-user has two octets in H.225.0, that of any other has one.
      int lengthOctets = identifier == InformationElement.USER_USER ? 2 : 1;
      if (octets.length() < at + 1 + lengthOctets) {
        problems.add("ends in the length of element 0x%02x".formatted(identifier));
        break;
      }
      int length = lengthOctets == 2 ? octets.u16(at + 1) : octets.u8(at + 1);
      int content = at + 1 + lengthOctets;
      int left = octets.length() - content;
      if (length > left) {
        problems.add("element 0x%02x of %d octets, %d left".formatted(identifier, length, left));
      }
      elements.add(
          new InformationElement(identifier, octets.slice(content, Math.min(length, left))));
      at = content + length;
    }
    return elements;
  }

  public static Octets encode(Q931Message message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(DISCRIMINATOR);
    out.write(2);
    out.write(message.callReference() >> 8 | (message.fromDestination() ? 0x80 : 0));
    out.write(message.callReference());
    out.write(message.type().code());
    for (InformationElement element : message.elements()) {
      out.write(element.identifier());
      if (element.identifier() >= 0x80) {
        continue;
      }
      int length = element.content().length();
      if (element.identifier() == InformationElement.USER_USER) {
        out.write(length >> 8);
      } else if (length > 0xff) {
        throw new IllegalArgumentException(element.name() + " of " + length + " octets");
      }
      out.write(length);
      out.writeBytes(element.content().toArray());
    }
    return Octets.of(out.toByteArray());
  }
}
