package parley.sip.sdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.MediaDirection;
import parley.core.wire.Octets;

/**
 * A session description (RFC 8866): every line in order, known or not. Reading never fails; what is
 * wrong stands in {@link #problems()}. A canonical text (UTF-8, each line ended by CRLF) is written
 * back octet for octet.
 */
public record SessionDescription(List<SdpLine> lines, List<SdpProblem> problems) {
  /** Octets that are looked at. */
  public static final int MAX_OCTETS = 65_536;

  /** Lines that are kept. */
  public static final int MAX_LINES = 4_000;

  private static final String TYPES = "vosiuepcbtrzkam";

  public SessionDescription {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  public SessionDescription(List<SdpLine> lines) {
    this(lines, List.of());
  }

  public static SessionDescription read(String text) {
    return read(Octets.ofText(text, StandardCharsets.UTF_8));
  }

  public static SessionDescription read(Octets octets) {
    List<SdpProblem> problems = new ArrayList<>();
    Octets kept = octets;
    if (octets.length() > MAX_OCTETS) {
      problems.add(new SdpProblem(0, octets.length() + " octets, more than " + MAX_OCTETS));
      kept = octets.slice(0, MAX_OCTETS);
    }
    String text = kept.text(StandardCharsets.UTF_8);
    if (!Octets.ofText(text, StandardCharsets.UTF_8).equals(kept)) {
      problems.add(new SdpProblem(0, "not UTF-8"));
    }
    List<SdpLine> lines = new ArrayList<>();
    String[] rows = text.split("\n", -1);
    boolean bare = false;
    for (int i = 0; i < rows.length; i++) {
      String row = rows[i];
      boolean last = i == rows.length - 1;
      if (row.endsWith("\r")) {
        row = row.substring(0, row.length() - 1);
      } else if (!last) {
        bare = true;
      }
      if (row.isEmpty() && last) {
        break;
      }
      if (last && !row.isEmpty()) {
        problems.add(new SdpProblem(i + 1, "the last line is not ended"));
      }
      if (lines.size() == MAX_LINES) {
        problems.add(new SdpProblem(i + 1, "more than " + MAX_LINES + " lines"));
        break;
      }
      if (row.length() < 2 || row.charAt(1) != '=') {
        problems.add(new SdpProblem(i + 1, "not of the form x=value: '" + shortened(row) + "'"));
      } else {
        SdpLine line = new SdpLine(row.charAt(0), row.substring(2));
        check(line, i + 1, problems);
        lines.add(line);
      }
    }
    if (bare) {
      problems.add(new SdpProblem(0, "lines ended without a carriage return"));
    }
    SessionDescription description = new SessionDescription(lines, problems);
    description.checkWhole(problems);
    return new SessionDescription(lines, problems);
  }

  private static void check(SdpLine line, int number, List<SdpProblem> problems) {
    if (TYPES.indexOf(line.type()) < 0) {
      problems.add(new SdpProblem(number, "unknown type '" + line.type() + "'"));
    } else if (line.type() == 'm') {
      SdpMedia media = new SdpMedia(List.of(line));
      if (media.port() < 0) {
        problems.add(new SdpProblem(number, "no port in m=" + shortened(line.value())));
      }
      if (media.formats().isEmpty()) {
        problems.add(new SdpProblem(number, "no format in m=" + shortened(line.value())));
      }
    } else if (line.isAttribute("rtpmap") && RtpMap.read(line.attributeValue()).isEmpty()) {
      problems.add(new SdpProblem(number, "unreadable rtpmap '" + shortened(line.value()) + "'"));
    } else if (line.type() == 'c' && SdpMedia.connectionOf(List.of(line)).isEmpty()) {
      problems.add(
          new SdpProblem(number, "unreadable connection '" + shortened(line.value()) + "'"));
    }
  }

  private void checkWhole(List<SdpProblem> problems) {
    if (lines.isEmpty()) {
      problems.add(new SdpProblem(0, "no lines"));
      return;
    }
    if (lines.getFirst().type() != 'v') {
      problems.add(new SdpProblem(0, "does not begin with v="));
    }
    for (char type : new char[] {'v', 'o', 's', 't'}) {
      if (session().stream().noneMatch(line -> line.type() == type)) {
        problems.add(new SdpProblem(0, "has no " + type + "= line"));
      }
    }
    if (SdpMedia.connectionOf(session()).isEmpty()
        && media().stream().anyMatch(each -> each.port() != 0 && each.connection().isEmpty())) {
      problems.add(new SdpProblem(0, "a media line has no connection address"));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    for (SdpLine line : lines) {
      text.append(line.type()).append('=').append(line.value()).append("\r\n");
    }
    return text.toString();
  }

  public Octets write() {
    return Octets.ofText(text(), StandardCharsets.UTF_8);
  }

  /** The lines before the first {@code m=}. */
  public List<SdpLine> session() {
    int first = 0;
    while (first < lines.size() && lines.get(first).type() != 'm') {
      first++;
    }
    return lines.subList(0, first);
  }

  public List<SdpMedia> media() {
    List<SdpMedia> media = new ArrayList<>();
    int start = session().size();
    while (start < lines.size()) {
      int end = start + 1;
      while (end < lines.size() && lines.get(end).type() != 'm') {
        end++;
      }
      media.add(new SdpMedia(lines.subList(start, end)));
      start = end;
    }
    return media;
  }

  /** The same session lines over other media. */
  public SessionDescription withMedia(List<SdpMedia> media) {
    List<SdpLine> all = new ArrayList<>(session());
    media.forEach(each -> all.addAll(each.lines()));
    return new SessionDescription(all);
  }

  /** Value of the {@code o=} line. */
  public Optional<String> origin() {
    return session().stream().filter(line -> line.type() == 'o').map(SdpLine::value).findFirst();
  }

  /** Address for a medium: its own {@code c=} line, else the session's. */
  public Optional<String> connection(SdpMedia media) {
    return media.connection().or(() -> SdpMedia.connectionOf(session()));
  }

  /** Direction of a medium: its own, else the session's, else both ways (RFC 8866 §6.7). */
  public MediaDirection direction(SdpMedia media) {
    return media
        .direction()
        .or(() -> SdpMedia.directionOf(session()))
        .orElse(MediaDirection.SENDRECV);
  }
}
