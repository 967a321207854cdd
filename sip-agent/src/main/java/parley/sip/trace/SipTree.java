package parley.sip.trace;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.sip.auth.AuthParameters;
import parley.sip.message.SipHeader;
import parley.sip.message.SipMessage;

/** A SIP message taken apart: start line, each header field, body. */
final class SipTree {
  private SipTree() {}

  static Tree of(SipMessage message) {
    List<Tree> parts = new ArrayList<>();
    parts.add(startLine(message));
    message.headers().forEach(header -> parts.add(header(header)));
    parts.addAll(noFields(message));
    body(message).ifPresent(parts::add);
    return new Tree.Branch("SIP", message.title(), parts);
  }

  private static Tree startLine(SipMessage message) {
    if (message.isRequest()) {
      return new Tree.Branch(
          "request line",
          message.startLine(),
          List.of(
              new Tree.Leaf("method", message.method()),
              new Tree.Leaf("request URI", message.requestUri())));
    }
    if (message.isResponse() && message.status() > 0) {
      return new Tree.Branch(
          "status line",
          message.startLine(),
          List.of(
              new Tree.Leaf("status", Integer.toString(message.status())),
              new Tree.Leaf("reason", message.reason())));
    }
    return new Tree.Malformed(
        "start line",
        "neither a request nor a response",
        Octets.ofText(message.startLine(), StandardCharsets.UTF_8));
  }

  private static Tree header(SipHeader header) {
    List<Tree> parts =
        switch (header.name()) {
          case "via" -> elements(header.value(), SipTree::via);
          case "from", "to", "reply-to", "refer-to", "referred-by", "p-asserted-identity" ->
              address(header.value());
          case "contact", "route", "record-route", "path", "service-route", "diversion" ->
              elements(header.value(), SipTree::address);
          case "cseq" -> cseq(header.value());
          case "www-authenticate", "proxy-authenticate", "authorization", "proxy-authorization" ->
              authentication(header.value());
          case "allow", "supported", "require", "proxy-require", "unsupported", "accept" ->
              List.of();
          default -> parameters(header.value());
        };
    return parts.isEmpty()
        ? new Tree.Leaf(header.written(), header.value())
        : new Tree.Branch(header.written(), header.value(), parts);
  }

  private interface Reading {
    List<Tree> of(String element);
  }

  /** One element's parts stand directly under the field, several each under their own. */
  private static List<Tree> elements(String value, Reading reading) {
    List<String> elements = split(value, ',');
    if (elements.size() == 1) {
      return reading.of(value);
    }
    return elements.stream()
        .<Tree>map(element -> new Tree.Branch("element", element, reading.of(element)))
        .toList();
  }

  /** RFC 3261 §20.42. */
  private static List<Tree> via(String value) {
    List<Tree> parts = new ArrayList<>();
    String first = split(value, ';').getFirst();
    String[] halves = first.split("\\s+", 2);
    if (halves.length == 2) {
      parts.add(new Tree.Leaf("transport", halves[0].replaceFirst(".*/", "").trim()));
      parts.add(new Tree.Leaf("sent by", halves[1].trim()));
    }
    parts.addAll(parameters(value));
    return parts;
  }

  /** A name-addr or addr-spec with parameters (RFC 3261 §20.10). */
  private static List<Tree> address(String value) {
    List<Tree> parts = new ArrayList<>();
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      String display = value.substring(0, open).trim();
      if (!display.isEmpty()) {
        parts.add(new Tree.Leaf("display name", unquoted(display)));
      }
      parts.add(new Tree.Leaf("URI", value.substring(open + 1, close)));
      parts.addAll(parameters(value.substring(close + 1)));
    } else {
      parts.add(new Tree.Leaf("URI", split(value, ';').getFirst()));
      parts.addAll(parameters(value));
    }
    return parts;
  }

  private static List<Tree> cseq(String value) {
    String[] halves = value.trim().split("\\s+");
    return halves.length == 2
        ? List.of(new Tree.Leaf("number", halves[0]), new Tree.Leaf("method", halves[1]))
        : List.of();
  }

  private static List<Tree> authentication(String value) {
    AuthParameters read = AuthParameters.read(value);
    List<Tree> parts = new ArrayList<>();
    if (!read.scheme().isEmpty()) {
      parts.add(new Tree.Leaf("scheme", read.scheme()));
    }
    for (Map.Entry<String, String> each : read.values().entrySet()) {
      parts.add(new Tree.Leaf(each.getKey(), each.getValue()));
    }
    return parts;
  }

  /** What follows the first semicolon: {@code name=value} or a name alone. */
  private static List<Tree> parameters(String value) {
    return split(value, ';').stream()
        .skip(1)
        .filter(part -> !part.isEmpty())
        .<Tree>map(
            part -> {
              int equals = part.indexOf('=');
              return equals < 0
                  ? new Tree.Leaf(part, "")
                  : new Tree.Leaf(
                      part.substring(0, equals).trim(), unquoted(part.substring(equals + 1)));
            })
        .toList();
  }

  /** Rows between start line and blank line that are no header field. */
  private static List<Tree> noFields(SipMessage message) {
    Octets head = message.raw();
    int start = 0;
    while (start < head.length() && (head.u8(start) == '\r' || head.u8(start) == '\n')) {
      start++;
    }
    String[] rows = head.from(start).text(StandardCharsets.UTF_8).split("\r?\n", -1);
    List<Tree> parts = new ArrayList<>();
    for (int i = 1; i < Math.min(rows.length, SipMessage.MAX_HEADERS); i++) {
      String row = rows[i];
      if (row.isEmpty()) {
        break;
      }
      if (row.charAt(0) != ' ' && row.charAt(0) != '\t' && row.indexOf(':') <= 0) {
        parts.add(
            new Tree.Malformed(
                "header field", "not a header field", Octets.ofText(row, StandardCharsets.UTF_8)));
      }
    }
    return parts;
  }

  private static Optional<Tree> body(SipMessage message) {
    if (message.body().isEmpty()) {
      return Optional.empty();
    }
    Optional<Octets> sdp = message.sdp();
    if (sdp.isPresent()) {
      return Optional.of(SdpTree.of(sdp.get()));
    }
    String name = message.contentType().isEmpty() ? "body" : "body, " + message.contentType();
    return Optional.of(
        printable(message.body())
            .<Tree>map(text -> new Tree.Leaf(name, text))
            .orElseGet(() -> new Tree.Opaque(name, message.body())));
  }

  private static Optional<String> printable(Octets octets) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(octets.toBuffer()).toString();
      boolean plain =
          text.chars()
              .allMatch(each -> each >= ' ' || each == '\r' || each == '\n' || each == '\t');
      return plain ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** At a separator that stands neither in quotes nor in angle brackets; trimmed. */
  static List<String> split(String value, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    boolean bracketed = false;
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == '\\' && quoted) {
        i++;
      } else if (each == '"') {
        quoted = !quoted;
      } else if (!quoted && (each == '<' || each == '>')) {
        bracketed = each == '<';
      } else if (each == separator && !quoted && !bracketed) {
        parts.add(value.substring(from, i).trim());
        from = i + 1;
      }
    }
    parts.add(value.substring(Math.min(from, value.length())).trim());
    return parts;
  }

  private static String unquoted(String value) {
    String text = value.trim();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
