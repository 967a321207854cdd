package parley.core.stream;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One direction of a connection.
 *
 * @param fromStart true where the SYN is in the capture, so that the first octet is known to be the
 *     first; else the capture may begin in the middle of a message
 * @param runs in the order of the stream; more than one where octets are missing between them
 * @param missingAtEnd octets between the last run and the FIN that are not in the capture
 * @param ending how it ended
 * @param problems gaps among them
 */
public record Flow(
    InetSocketAddress source,
    InetSocketAddress destination,
    boolean fromStart,
    List<Run> runs,
    long missingAtEnd,
    Ending ending,
    List<StreamProblem> problems) {
  /** How a direction ended in the capture. */
  public enum Ending {
    /** It did not; the capture ended first. */
    OPEN,
    /** By FIN. */
    FINISHED,
    /** By RST. */
    RESET
  }

  public Flow {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /** Octets that are there. */
  public long length() {
    return runs.stream().mapToLong(Run::length).sum();
  }
}
