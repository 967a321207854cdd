package parley.sip.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.sip.sdp.H264Parameters;
import parley.sip.sdp.RtpMap;
import parley.sip.sdp.SdpLine;
import parley.sip.sdp.SdpMedia;
import parley.sip.sdp.SdpProblem;
import parley.sip.sdp.SessionDescription;

/** A session description line by line with what each says (RFC 8866), media under their own. */
final class SdpTree {
  private static final String TYPES = "vosiuepcbtrzkam";

  private SdpTree() {}

  static Tree of(Octets octets) {
    SessionDescription description = SessionDescription.read(octets);
    Map<Integer, String> problems = new HashMap<>();
    for (SdpProblem problem : description.problems()) {
      problems.merge(problem.line(), problem.what(), (one, other) -> one + "; " + other);
    }
    Octets kept = octets.slice(0, Math.min(octets.length(), SessionDescription.MAX_OCTETS));
    String[] rows = kept.text(StandardCharsets.UTF_8).split("\n", -1);
    List<SdpMedia> media = description.media();
    List<Tree> session = new ArrayList<>();
    List<List<Tree>> sections = new ArrayList<>();
    int lines = 0;
    for (int i = 0; i < rows.length && lines < SessionDescription.MAX_LINES; i++) {
      String row = rows[i].endsWith("\r") ? rows[i].substring(0, rows[i].length() - 1) : rows[i];
      if (row.isEmpty() && i == rows.length - 1) {
        break;
      }
      Optional<String> problem = Optional.ofNullable(problems.get(i + 1));
      boolean formed = row.length() >= 2 && row.charAt(1) == '=';
      lines += formed ? 1 : 0;
      if (formed && row.charAt(0) == 'm' && sections.size() < media.size()) {
        sections.add(new ArrayList<>(formats(media.get(sections.size()))));
        problem.ifPresent(what -> sections.getLast().add(malformed("m", row, what)));
        continue;
      }
      List<Tree> under = sections.isEmpty() ? session : sections.getLast();
      if (!formed || problem.isPresent()) {
        String name = formed ? row.substring(0, 1) : "line " + (i + 1);
        under.add(malformed(name, row, problem.orElse("not of the form x=value")));
      } else {
        Optional<SdpMedia> medium =
            sections.isEmpty() ? Optional.empty() : Optional.of(media.get(sections.size() - 1));
        under.add(line(new SdpLine(row.charAt(0), row.substring(2)), medium));
      }
    }
    for (int i = 0; i < sections.size(); i++) {
      session.add(new Tree.Branch("m", media.get(i).lines().getFirst().value(), sections.get(i)));
    }
    return new Tree.Branch("session description", SipSummary.media(description), session);
  }

  private static Tree malformed(String name, String row, String problem) {
    return new Tree.Malformed(name, problem, Octets.ofText(row, StandardCharsets.UTF_8));
  }

  /** What the payload types of an m= line stand for. */
  private static List<Tree> formats(SdpMedia media) {
    List<Tree> formats = new ArrayList<>();
    formats.add(
        new Tree.Leaf("port", media.port() == 0 ? "0, refused" : Integer.toString(media.port())));
    formats.add(new Tree.Leaf("protocol", media.protocol()));
    for (String format : media.formats()) {
      if (media.isRtp() && format.matches("\\d{1,3}")) {
        formats.add(
            new Tree.Leaf(
                "format " + format,
                media
                    .rtpMap(Integer.parseInt(format))
                    .map(SdpTree::codec)
                    .orElse("no rtpmap says what it is")));
      } else {
        formats.add(new Tree.Leaf("format", format));
      }
    }
    return formats;
  }

  private static String codec(RtpMap map) {
    return map.codec()
        + ", "
        + map.clockRate()
        + " Hz"
        + (map.channels() > 1 ? ", " + map.channels() + " channels" : "");
  }

  private static Tree line(SdpLine line, Optional<SdpMedia> media) {
    String value = line.value();
    return switch (line.type()) {
      case 'a' -> attribute(line, media);
      case 'o' ->
          fields("o", value, "user", "session", "version", "network", "address type", "address");
      case 'c' -> fields("c", value, "network", "address type", "address");
      case 't' -> fields("t", value, "start", "stop");
      case 'b' -> bandwidth(value);
      case 'v' -> new Tree.Leaf("v", value);
      default ->
          TYPES.indexOf(line.type()) >= 0
              ? new Tree.Leaf(Character.toString(line.type()), value)
              : new Tree.Unknown(
                  Character.toString(line.type()), Octets.ofText(value, StandardCharsets.UTF_8));
    };
  }

  /** AS in kbit/s (RFC 8866 §5.8), TIAS in bit/s (RFC 3890). */
  private static Tree bandwidth(String value) {
    String unit =
        value.startsWith("TIAS:")
            ? " bit/s"
            : value.startsWith("AS:") || value.startsWith("CT:") ? " kbit/s" : "";
    return new Tree.Leaf("b", value + unit);
  }

  private static Tree attribute(SdpLine line, Optional<SdpMedia> media) {
    String value = line.attributeValue();
    int colon = line.value().indexOf(':');
    String attribute = colon < 0 ? line.value() : line.value().substring(0, colon);
    String name = "a=" + attribute;
    return switch (attribute) {
      case "rtpmap" ->
          RtpMap.read(value)
              .<Tree>map(
                  map ->
                      new Tree.Branch(
                          name,
                          value,
                          List.of(
                              new Tree.Leaf("format", Integer.toString(map.payloadType())),
                              new Tree.Leaf("codec", map.codec()),
                              new Tree.Leaf("clock rate", map.clockRate() + " Hz"),
                              new Tree.Leaf("channels", Integer.toString(map.channels())))))
              .orElseGet(() -> new Tree.Leaf(name, value));
      case "fmtp" -> parameters(name, value, media);
      case "candidate" ->
          fields(
              name,
              value,
              "foundation",
              "component",
              "transport",
              "priority",
              "address",
              "port",
              "",
              "type");
      case "crypto" -> fields(name, value, "tag", "suite", "key");
      case "fingerprint" -> fields(name, value, "hash", "value");
      default -> new Tree.Leaf(name, value);
    };
  }

  private static Tree parameters(String name, String value, Optional<SdpMedia> media) {
    String[] halves = value.trim().split("\\s+", 2);
    if (halves.length < 2 || media.isEmpty()) {
      return new Tree.Leaf(name, value);
    }
    List<Tree> parts = new ArrayList<>();
    parts.add(new Tree.Leaf("format", halves[0]));
    boolean h264 =
        halves[0].matches("\\d{1,3}")
            && media
                .get()
                .rtpMap(Integer.parseInt(halves[0]))
                .filter(map -> map.codec().toUpperCase(Locale.ROOT).startsWith("H264"))
                .isPresent();
    for (String part : halves[1].split(";")) {
      if (!part.isBlank()) {
        int equals = part.indexOf('=');
        String parameter = equals < 0 ? part.trim() : part.substring(0, equals).trim();
        String said = equals < 0 ? "" : part.substring(equals + 1).trim();
        parts.add(
            new Tree.Leaf(
                parameter,
                h264 && parameter.equalsIgnoreCase("profile-level-id")
                    ? said + profileAndLevel(said)
                    : said));
      }
    }
    return new Tree.Branch(name, value, parts);
  }

  /** RFC 6184 §8.1. */
  private static String profileAndLevel(String hex) {
    if (!hex.matches("[0-9a-fA-F]{6}")) {
      return "";
    }
    H264Parameters read =
        H264Parameters.of(new Format(96, "H264", 90_000, 1, Map.of("profile-level-id", hex)));
    String profile = read.profile().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    boolean oneB = read.level() == 11 && (read.constraints() & 0x10) != 0;
    String level = oneB ? "1b" : read.level() / 10 + "." + read.level() % 10;
    return " (" + profile + ", level " + level + ")";
  }

  /** Fields between blanks by name; the last takes the rest, one without a name is left out. */
  private static Tree fields(String name, String value, String... names) {
    String[] fields = value.trim().split("\\s+", names.length);
    List<Tree> parts = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      if (!names[i].isEmpty() && !fields[i].isEmpty()) {
        parts.add(new Tree.Leaf(names[i], fields[i]));
      }
    }
    return new Tree.Branch(name, value, parts);
  }
}
