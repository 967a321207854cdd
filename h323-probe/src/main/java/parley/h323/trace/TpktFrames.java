package parley.h323.trace;

import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/**
 * Cuts a run of a TCP stream into TPKTs (RFC 1006 section 6), and finds the next one where it lost
 * its place. Every octet is in one frame.
 */
final class TpktFrames {
  static final int HEADER = 4;

  private static final int VERSION = 3;

  /** How a frame ended. */
  enum Kind {
    WHOLE,
    /** The run ended before it did. */
    CUT,
    /** Octets that begin no TPKT. */
    STRAY
  }

  /**
   * @param at of its first octet, the header's
   * @param length with the header
   */
  record Frame(int at, int length, Kind kind) {
    /** What the header announces; of stray octets all. */
    Octets payload(Octets run) {
      Octets all = run.slice(at, length);
      return kind == Kind.STRAY ? all : all.from(Math.min(HEADER, length));
    }
  }

  private TpktFrames() {}

  static List<Frame> cut(Octets run) {
    List<Frame> frames = new ArrayList<>();
    int at = 0;
    while (at < run.length()) {
      Frame frame = begins(run, at) ? frame(run, at) : stray(run, at);
      frames.add(frame);
      at += frame.length();
    }
    return frames;
  }

  /** Whether a header, or as much of one as is there, stands at a place. */
  static boolean begins(Octets run, int at) {
    int left = run.length() - at;
    return left > 0
        && run.u8(at) == VERSION
        && (left < 2 || run.u8(at + 1) == 0)
        && (left < HEADER || run.u16(at + 2) >= HEADER);
  }

  private static Frame frame(Octets run, int at) {
    int left = run.length() - at;
    int length = left < HEADER ? HEADER : run.u16(at + 2);
    return length > left ? new Frame(at, left, Kind.CUT) : new Frame(at, length, Kind.WHOLE);
  }

  private static Frame stray(Octets run, int at) {
    int next = at + 1;
    while (next < run.length() && !follows(run, next)) {
      next++;
    }
    return new Frame(at, next - at, Kind.STRAY);
  }

  /** One header could be chance; two, or one whose frame ends the run, are not. */
  private static boolean follows(Octets run, int at) {
    if (!begins(run, at) || run.length() - at < HEADER) {
      return false;
    }
    int next = at + run.u16(at + 2);
    return next == run.length() || (next < run.length() && begins(run, next));
  }
}
