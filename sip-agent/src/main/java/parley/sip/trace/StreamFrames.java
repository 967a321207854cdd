package parley.sip.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.core.wire.Octets;

/**
 * Cuts a run of a TCP stream into SIP messages by Content-Length (RFC 3261 §18.3), and finds the
 * next one where it lost its place. Every octet is in one frame, but blank lines between messages
 * (RFC 5626 §3.5.1).
 */
final class StreamFrames {
  /** A head longer than this is none. */
  static final int MAX_HEAD = 65_536;

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");

  /** A start line and the beginning of a header field after it (RFC 3261 §7.1, §7.2). */
  private static final Pattern START =
      Pattern.compile(
          "(?:[A-Za-z.!%*_+`'~-]{1,40} [^ \\r"
              + "\\n"
              + "]{1,2000} SIP/2\\.0|SIP/2\\.0 [1-6]\\d\\d[^\\r"
              + "\\n"
              + "]{0,200})\\r"
              + "?\\n"
              + "[A-Za-z-]{1,60}[ \\t]*:");

  /**
   * @param message true where it begins as a SIP message; else octets that begin none
   * @param whole false where the run ended before the message did
   * @param lengthGiven false where the head has no Content-Length
   */
  record Frame(int at, int length, boolean message, boolean whole, boolean lengthGiven) {}

  private StreamFrames() {}

  /** Whether SIP begins here, behind blank lines at most. */
  static boolean begin(Octets beginning) {
    String text = beginning.text(StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return START.matcher(text).region(at, text.length()).lookingAt();
  }

  /** Whether a message of SIP begins anywhere at the beginning of a line. */
  static boolean contain(Octets octets) {
    return next(octets.text(StandardCharsets.ISO_8859_1), 0) >= 0;
  }

  static List<Frame> cut(Octets octets) {
    // One character an octet, so that places in the text are places in the octets.
    String text = octets.text(StandardCharsets.ISO_8859_1);
    List<Frame> frames = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
        continue;
      }
      Frame frame =
          START.matcher(text).region(at, text.length()).lookingAt()
              ? message(text, at)
              : stray(text, at);
      frames.add(frame);
      at += frame.length();
    }
    return frames;
  }

  private static Frame message(String text, int at) {
    int head = headEnd(text, at);
    if (head < 0) {
      int next = next(text, at + 1);
      int end = next < 0 ? text.length() : next;
      return new Frame(at, end - at, true, next >= 0, true);
    }
    Matcher length = LENGTH.matcher(text).region(at, head);
    boolean given = length.find();
    long end = head + (given ? Long.parseLong(length.group(1)) : 0);
    return end > text.length()
        ? new Frame(at, text.length() - at, true, false, given)
        : new Frame(at, (int) end - at, true, true, given);
  }

  private static Frame stray(String text, int at) {
    int next = next(text, at + 1);
    return new Frame(at, (next < 0 ? text.length() : next) - at, false, true, true);
  }

  private static int headEnd(String text, int at) {
    int limit = Math.min(text.length(), at + MAX_HEAD);
    for (int i = at; i + 1 < limit; i++) {
      if (text.charAt(i) == '\n') {
        if (text.charAt(i + 1) == '\n') {
          return i + 2;
        }
        if (text.startsWith("\r\n", i + 1)) {
          return i + 3;
        }
      }
    }
    return -1;
  }

  /** The next beginning of a line at which a message begins; -1 where there is none. */
  private static int next(String text, int from) {
    int at = from == 0 || text.charAt(from - 1) == '\n' ? from : lineAfter(text, from);
    Matcher start = START.matcher(text);
    while (at < text.length()) {
      if (start.region(at, text.length()).lookingAt()) {
        return at;
      }
      at = lineAfter(text, at);
    }
    return -1;
  }

  private static int lineAfter(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private static boolean isBlank(char character) {
    return character == '\r' || character == '\n' || character == 0;
  }
}
