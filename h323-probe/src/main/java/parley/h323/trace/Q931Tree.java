package parley.h323.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.q931.InformationElement;
import parley.h323.q931.Q931Message;

/** Q.931 for people (Q.931 clause 4.5, H.225.0 clause 7.2). */
final class Q931Tree {
  private static final int EXTENSION = 0x80;
  private static final int PROGRESS_INDICATOR = 0x1e;

  private Q931Tree() {}

  /**
   * @param user the ASN.1 of the User-user element, where it was read
   */
  static Tree of(Q931Message message, Optional<Tree> user) {
    List<Tree> parts = new ArrayList<>();
    parts.add(
        new Tree.Leaf(
            "call reference",
            message.callReference() + (message.fromDestination() ? ", from the called side" : "")));
    parts.add(new Tree.Leaf("message type", message.type().toString()));
    boolean shown = false;
    for (InformationElement element : message.elements()) {
      if (element.identifier() == InformationElement.USER_USER && user.isPresent() && !shown) {
        parts.add(user.get());
        shown = true;
      } else {
        parts.add(element(element));
      }
    }
    return new Tree.Branch("Q.931", message.type().toString(), parts);
  }

  private static Tree element(InformationElement element) {
    Octets content = element.content();
    String name = element.name();
    if (name.startsWith("element ")) {
      return new Tree.Unknown(name, content);
    }
    return switch (element.identifier()) {
      case InformationElement.DISPLAY, InformationElement.KEYPAD ->
          new Tree.Leaf(name, element.text());
      case InformationElement.CAUSE -> cause(name, element);
      case InformationElement.BEARER_CAPABILITY -> bearer(name, content);
      case PROGRESS_INDICATOR -> progress(name, content);
      case InformationElement.CALLED_PARTY_NUMBER, InformationElement.CALLING_PARTY_NUMBER ->
          number(name, content);
      case InformationElement.CALL_STATE ->
          content.length() == 1
              ? new Tree.Leaf(name, Integer.toString(content.u8(0) & 0x3f))
              : new Tree.Malformed(name, content.length() + " octets where 1 is due", content);
      default -> content.isEmpty() ? new Tree.Leaf(name, "") : new Tree.Opaque(name, content);
    };
  }

  private static Tree cause(String name, InformationElement element) {
    return element
        .causeValue()
        .<Tree>map(
            value ->
                new Tree.Branch(
                    name,
                    value + causeName(value),
                    List.of(
                        location(element.content()),
                        new Tree.Leaf("value", value + causeName(value)))))
        .orElseGet(() -> new Tree.Malformed(name, "ends before the cause", element.content()));
  }

  /** Who says so (Q.850 clause 2.2.4): 0 is the user. */
  private static Tree location(Octets content) {
    return new Tree.Leaf("location", Integer.toString(content.u8(0) & 0x0f));
  }

  /** Q.931 clause 4.5.23. */
  private static Tree progress(String name, Octets content) {
    if (content.length() < 2) {
      return new Tree.Malformed(name, "ends before the description", content);
    }
    return new Tree.Branch(
        name,
        List.of(
            location(content),
            new Tree.Leaf("description", Integer.toString(content.u8(1) & 0x7f))));
  }

  /** The words of Q.850 for what H.323 uses. */
  static String causeName(int value) {
    String words =
        switch (value) {
          case 1 -> "unallocated number";
          case 3 -> "no route to destination";
          case 16 -> "normal call clearing";
          case 17 -> "user busy";
          case 18 -> "no user responding";
          case 19 -> "no answer from user";
          case 21 -> "call rejected";
          case 27 -> "destination out of order";
          case 28 -> "invalid number format";
          case 31 -> "normal, unspecified";
          case 34 -> "no circuit available";
          case 41 -> "temporary failure";
          case 42 -> "switching equipment congestion";
          case 47 -> "resource unavailable";
          case 88 -> "incompatible destination";
          case 96 -> "mandatory information element is missing";
          case 102 -> "recovery on timer expiry";
          case 127 -> "interworking, unspecified";
          default -> "";
        };
    return words.isEmpty() ? "" : " (" + words + ")";
  }

  /** Q.931 clause 4.5.5: octets 3, 4, where multirate 4.1, and 5. */
  private static Tree bearer(String name, Octets content) {
    if (content.length() < 2) {
      return new Tree.Malformed(name, "ends before the transfer rate", content);
    }
    List<Tree> parts = new ArrayList<>();
    parts.add(
        new Tree.Leaf(
            "information transfer capability",
            switch (content.u8(0) & 0x1f) {
              case 0x00 -> "speech";
              case 0x08 -> "unrestricted digital information";
              case 0x09 -> "restricted digital information";
              case 0x10 -> "3.1 kHz audio";
              case 0x11 -> "unrestricted digital information with tones";
              case 0x18 -> "video";
              default -> Integer.toString(content.u8(0) & 0x1f);
            }));
    int rate = content.u8(1) & 0x1f;
    parts.add(
        new Tree.Leaf("transfer mode", (content.u8(1) & 0x60) == 0x40 ? "packet" : "circuit"));
    int at = 2;
    if (rate == 0x18 && content.length() > at) {
      parts.add(new Tree.Leaf("rate multiplier", Integer.toString(content.u8(at) & 0x7f)));
      at++;
    } else {
      parts.add(
          new Tree.Leaf(
              "information transfer rate",
              switch (rate) {
                case 0x00 -> "packet mode";
                case 0x10 -> "64 kbit/s";
                case 0x11 -> "2 x 64 kbit/s";
                case 0x13 -> "384 kbit/s";
                case 0x15 -> "1536 kbit/s";
                case 0x17 -> "1920 kbit/s";
                default -> Integer.toString(rate);
              }));
    }
    if (content.length() > at) {
      parts.add(
          new Tree.Leaf(
              "layer 1 protocol",
              switch (content.u8(at) & 0x1f) {
                case 0x02 -> "G.711 mu-law";
                case 0x03 -> "G.711 A-law";
                case 0x05 -> "H.221 and H.242";
                default -> Integer.toString(content.u8(at) & 0x1f);
              }));
      at++;
    }
    if (content.length() > at) {
      parts.add(new Tree.Opaque("further octets", content.from(at)));
    }
    return new Tree.Branch(name, parts);
  }

  /** Q.931 clauses 4.5.8 and 4.5.10. */
  private static Tree number(String name, Octets content) {
    if (content.isEmpty()) {
      return new Tree.Malformed(name, "ends before type and plan", content);
    }
    List<Tree> parts = new ArrayList<>();
    parts.add(new Tree.Leaf("type of number", Integer.toString(content.u8(0) >> 4 & 7)));
    parts.add(new Tree.Leaf("numbering plan", Integer.toString(content.u8(0) & 0x0f)));
    int at = 1;
    if ((content.u8(0) & EXTENSION) == 0 && content.length() > 1) {
      parts.add(new Tree.Leaf("presentation", Integer.toString(content.u8(1) >> 5 & 3)));
      parts.add(new Tree.Leaf("screening", Integer.toString(content.u8(1) & 3)));
      at = 2;
    }
    String digits = content.from(at).text(StandardCharsets.ISO_8859_1);
    parts.add(new Tree.Leaf("digits", digits));
    return new Tree.Branch(name, digits, parts);
  }
}
