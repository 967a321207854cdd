package parley.lab.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A capture as tshark reads it.
 *
 * @param frames every frame by its number
 * @param streams its table of RTP streams by SSRC
 */
record DissectedCapture(Map<Long, Frame> frames, Map<Long, Stream> streams) {
  /**
   * One frame.
   *
   * @param protocols names from the outermost to the innermost
   * @param malformed what tshark says where it could not read on; empty where all is well
   * @param sip method of a request or status of a response
   */
  record Frame(List<String> protocols, String malformed, String sip) {
    boolean is(String protocol) {
      return protocols.contains(protocol);
    }
  }

  /** A line of {@code -z rtp,streams}, with the octets of all payloads of that SSRC. */
  record Stream(
      String payload,
      long packets,
      long lost,
      long octets,
      double maxDelta,
      double meanJitter,
      double maxJitter) {}

  private static final Pattern STREAM =
      Pattern.compile(
          "\\s*[\\d.]+\\s+[\\d.]+\\s+\\S+\\s+\\d+\\s+\\S+\\s+\\d+\\s+0x(\\w+)\\s+(.+?)"
              + "\\s+(\\d+)\\s+(-?\\d+) \\(\\S+\\)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)"
              + "\\s+(\\S+)\\s+(\\S+)\\s+(\\S+).*");

  /** One run of tshark gives both: the fields of every packet, then the table. */
  static DissectedCapture of(Path capture) throws IOException, InterruptedException {
    String output =
        Program.output(
            "tshark",
            "-n",
            "-r",
            capture.toString(),
            "-o",
            "rtp.heuristic_rtp:TRUE",
            "-T",
            "fields",
            "-e",
            "frame.number",
            "-e",
            "frame.protocols",
            "-e",
            "_ws.malformed",
            "-e",
            "sip.Method",
            "-e",
            "sip.Status-Code",
            "-e",
            "rtp.ssrc",
            "-e",
            "rtp.payload",
            "-z",
            "rtp,streams");
    Map<Long, Frame> frames = new TreeMap<>();
    Map<Long, Long> octets = new HashMap<>();
    Map<Long, Stream> streams = new HashMap<>();
    for (String line : output.lines().toList()) {
      String[] field = line.split("\t", -1);
      Matcher stream = STREAM.matcher(line);
      if (field.length == 7) {
        frames.put(
            Long.valueOf(field[0]),
            new Frame(List.of(field[1].split(":")), field[2], field[3] + field[4]));
        if (!field[5].isEmpty()) {
          octets.merge(Long.decode(field[5]), field[6].length() / 2L, Long::sum);
        }
      } else if (stream.matches()) {
        long ssrc = Long.parseLong(stream.group(1).toLowerCase(Locale.ROOT), 16);
        streams.put(ssrc, stream(stream, octets.getOrDefault(ssrc, 0L)));
      }
    }
    return new DissectedCapture(frames, streams);
  }

  private static Stream stream(Matcher line, long octets) {
    return new Stream(
        line.group(2),
        Long.parseLong(line.group(3)),
        Long.parseLong(line.group(4)),
        octets,
        Double.parseDouble(line.group(7)),
        Double.parseDouble(line.group(9)),
        Double.parseDouble(line.group(10)));
  }
}
