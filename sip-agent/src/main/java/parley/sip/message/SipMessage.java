package parley.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A SIP message (RFC 3261 §7) as it was on the wire. Reading never fails: {@link #problems()} says
 * what is wrong, and what could be read is there.
 *
 * @param raw all octets
 * @param startLine as written
 * @param headers in order
 * @param body all after the blank line, cut to Content-Length where more came
 */
public record SipMessage(
    Octets raw, String startLine, List<SipHeader> headers, Octets body, List<String> problems) {
  public static final int MAX_OCTETS = 131_072;
  public static final int MAX_HEADERS = 500;
  private static final String VERSION = "SIP/2.0";

  public SipMessage {
    headers = List.copyOf(headers);
    problems = List.copyOf(problems);
  }

  /** True where the octets begin like a SIP request or response. */
  public static boolean looksLikeSip(Octets octets) {
    int end = 0;
    int limit = Math.min(octets.length(), 2_000);
    while (end < limit && octets.u8(end) != '\r' && octets.u8(end) != '\n') {
      end++;
    }
    String line = octets.slice(0, end).text(StandardCharsets.ISO_8859_1);
    return line.startsWith(VERSION + " ") || line.endsWith(" " + VERSION);
  }

  public static SipMessage read(Octets raw) {
    List<String> problems = new ArrayList<>();
    Octets octets = raw;
    if (octets.length() > MAX_OCTETS) {
      problems.add(octets.length() + " octets, more than " + MAX_OCTETS);
      octets = octets.slice(0, MAX_OCTETS);
    }
    int start = 0;
    while (start < octets.length() && (octets.u8(start) == '\r' || octets.u8(start) == '\n')) {
      start++;
    }
    int bodyStart = headEnd(octets, start);
    if (bodyStart < 0) {
      problems.add("no blank line after the header fields");
      bodyStart = octets.length();
    }
    String head = octets.slice(start, bodyStart - start).text(StandardCharsets.UTF_8);
    String[] rows = head.split("\r?\n", -1);
    String startLine = rows[0];
    List<SipHeader> headers = headers(rows, problems);
    Octets body = octets.from(bodyStart);
    SipMessage message = new SipMessage(raw, startLine, headers, body, problems);
    message.check(problems);
    long declared = message.number("content-length");
    if (declared > body.length()) {
      problems.add("Content-Length is " + declared + ", the body has " + body.length());
    } else if (declared >= 0) {
      body = body.slice(0, (int) declared);
    }
    return new SipMessage(raw, startLine, headers, body, problems);
  }

  private static int headEnd(Octets octets, int start) {
    for (int i = start; i + 1 < octets.length(); i++) {
      if (octets.u8(i) == '\n') {
        if (octets.u8(i + 1) == '\n') {
          return i + 2;
        }
        if (octets.u8(i + 1) == '\r' && i + 2 < octets.length() && octets.u8(i + 2) == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  private static List<SipHeader> headers(String[] rows, List<String> problems) {
    List<SipHeader> headers = new ArrayList<>();
    for (int i = 1; i < rows.length; i++) {
      String row = rows[i];
      if (row.isEmpty()) {
        continue;
      }
      if (headers.size() == MAX_HEADERS) {
        problems.add("more than " + MAX_HEADERS + " header fields");
        break;
      }
      boolean folded = row.charAt(0) == ' ' || row.charAt(0) == '\t';
      if (folded && !headers.isEmpty()) {
        SipHeader last = headers.removeLast();
        headers.add(new SipHeader(last.written(), (last.value() + " " + row.trim()).trim()));
        continue;
      }
      int colon = row.indexOf(':');
      if (colon <= 0) {
        problems.add("not a header field: '" + row.substring(0, Math.min(60, row.length())) + "'");
      } else {
        headers.add(new SipHeader(row.substring(0, colon).trim(), row.substring(colon + 1).trim()));
      }
    }
    return headers;
  }

  private void check(List<String> problems) {
    if (isRequest() == isResponse()) {
      problems.add("neither a request nor a response: '" + startLine + "'");
    }
    if (isResponse() && (status() < 100 || status() > 699)) {
      problems.add("no status in '" + startLine + "'");
    }
    for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      long count =
          headers.stream()
              .filter(each -> each.name().equals(name.toLowerCase(Locale.ROOT)))
              .count();
      if (count == 0) {
        problems.add("no " + name);
      } else if (count > 1 && !name.equals("Via")) {
        problems.add(name + " more than once");
      }
    }
    if (header("cseq").isPresent() && (cseq() < 0 || cseqMethod().isEmpty())) {
      problems.add("unreadable CSeq '" + header("cseq").orElse("") + "'");
    } else if (isRequest() && header("cseq").isPresent() && !cseqMethod().equals(method())) {
      problems.add("CSeq says " + cseqMethod() + ", the request line " + method());
    }
    header("content-length")
        .filter(value -> number("content-length") < 0)
        .ifPresent(value -> problems.add("unreadable Content-Length '" + value + "'"));
  }

  public boolean isRequest() {
    return startLine.endsWith(" " + VERSION) && startLine.split(" ").length == 3;
  }

  public boolean isResponse() {
    return startLine.startsWith(VERSION + " ");
  }

  /** Method of a request, CSeq's method of a response. */
  public String method() {
    return isRequest() ? startLine.substring(0, startLine.indexOf(' ')) : cseqMethod();
  }

  /** Request-URI, empty in a response. */
  public String requestUri() {
    return isRequest() ? startLine.split(" ")[1] : "";
  }

  /** Status code, 0 where there is none. */
  public int status() {
    String[] parts = startLine.split(" ", 3);
    return isResponse() && parts.length > 1 && parts[1].matches("[1-6]\\d\\d")
        ? Integer.parseInt(parts[1])
        : 0;
  }

  public String reason() {
    String[] parts = startLine.split(" ", 3);
    return isResponse() && parts.length > 2 ? parts[2] : "";
  }

  /** First value of a header by its long name, in any case. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** Values of all fields of that name, in order, as written. */
  public List<String> headers(String name) {
    String wanted = SipHeader.longName(name);
    return headers.stream()
        .filter(header -> header.name().equals(wanted))
        .map(SipHeader::value)
        .toList();
  }

  /** The elements of a comma-separated header over all its fields: Allow, Supported, …. */
  public List<String> list(String name) {
    List<String> elements = new ArrayList<>();
    for (String value : headers(name)) {
      for (String element : value.split(",")) {
        if (!element.isBlank()) {
          elements.add(element.trim());
        }
      }
    }
    return elements;
  }

  /** True where a comma-separated header names this token, in any case. */
  public boolean lists(String name, String token) {
    return list(name).stream().anyMatch(token::equalsIgnoreCase);
  }

  /** The number a header begins with, -1 where there is none. */
  public long number(String name) {
    String value = header(name).orElse("");
    int end = 0;
    while (end < value.length() && Character.digit(value.charAt(end), 10) >= 0) {
      end++;
    }
    return end == 0 || end > 10 ? -1 : Long.parseLong(value.substring(0, end));
  }

  /** A parameter of the first value of a header, without quotes. */
  public Optional<String> parameter(String header, String parameter) {
    return header(header).flatMap(value -> parameterOf(value, parameter));
  }

  static Optional<String> parameterOf(String value, String parameter) {
    int from = Math.max(0, value.lastIndexOf('>'));
    for (String part : value.substring(from).split("[;,]")) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).trim();
      if (name.equalsIgnoreCase(parameter)) {
        return Optional.of(equals < 0 ? "" : part.substring(equals + 1).replace("\"", "").trim());
      }
    }
    return Optional.empty();
  }

  public String callId() {
    return header("call-id").orElse("");
  }

  /** Sequence number, -1 where there is none. */
  public long cseq() {
    return number("cseq");
  }

  public String cseqMethod() {
    String[] parts = header("cseq").orElse("").trim().split("\\s+");
    return parts.length == 2 ? parts[1] : "";
  }

  public String fromTag() {
    return parameter("from", "tag").orElse("");
  }

  public String toTag() {
    return parameter("to", "tag").orElse("");
  }

  /** Branch of the topmost Via. */
  public String branch() {
    return header("via")
        .map(value -> value.split(",", 2)[0])
        .flatMap(value -> parameterOf(value, "branch"))
        .orElse("");
  }

  /** The URI of From or To, without display name and parameters. */
  public String address(String header) {
    String value = header(header).orElse("");
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      return value.substring(open + 1, close);
    }
    int semicolon = value.indexOf(';');
    return semicolon < 0 ? value : value.substring(0, semicolon).trim();
  }

  /** Media type of the body, lower case, without parameters. */
  public String contentType() {
    return header("content-type")
        .map(value -> value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** The session description where the body is one. */
  public Optional<Octets> sdp() {
    return contentType().equals("application/sdp") && !body.isEmpty()
        ? Optional.of(body)
        : Optional.empty();
  }

  /** User-Agent or Server: how the sender names its product. */
  public Optional<String> product() {
    return header("user-agent").or(() -> header("server"));
  }

  /** Method, or status and reason, for a person. */
  public String title() {
    return isResponse() ? (status() + " " + reason()).trim() : method();
  }
}
