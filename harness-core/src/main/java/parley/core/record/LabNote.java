package parley.core.record;

import java.util.Map;

/**
 * A remark of the laboratory in its own record: what the script did, and how well the harness kept
 * its own time. Judgement reads these too, so that a verdict needs nothing but the capture.
 */
public sealed interface LabNote {
  /** The case this capture belongs to; first packet of every record. */
  record CaseOpened(String caseId, String tool) implements LabNote {}

  /** Signalling is spoken on this local address. */
  record Listening(String protocol, Transport transport, String host, int port)
      implements LabNote {}

  /** A connection of signalling ended; {@code byPeer} where the other side ended it. */
  record ConnectionEnded(
      Transport transport, String host, int port, String peerHost, int peerPort, boolean byPeer)
      implements LabNote {}

  /** The script did this now: "hold", "ask the candidate to hang up". */
  record Stimulus(String what, Map<String, String> detail) implements LabNote {
    public Stimulus {
      detail = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(detail));
    }
  }

  /** The script could not go on because the candidate did not do what it waited for. */
  record Difficulty(String what) implements LabNote {}

  /** Something of what the case needs was not given: {@code what} says how to give it. */
  record Missing(String what) implements LabNote {}

  /** The laboratory itself failed; the verdict is ERROR. */
  record LabFault(String what) implements LabNote {}

  /** A check of the laboratory itself, before any device case. */
  record LabCheck(String name, boolean holds, String expected, String actual) implements LabNote {}

  /**
   * How the harness kept up during the case.
   *
   * @param timersLate sends that left later than the limit
   * @param worstLatenessMicros worst lateness of a send
   * @param gcMillis time spent in garbage collection
   * @param cpuPercent load of the process over all cores
   * @param packetsDropped packets the harness itself lost between socket and record
   */
  record Health(
      long timersLate, long worstLatenessMicros, long gcMillis, int cpuPercent, long packetsDropped)
      implements LabNote {}

  /**
   * From here on media at this socket of ours is protected with this key: whoever has the capture
   * can read what it carries.
   *
   * @param host local address of RTP
   * @param port local port of RTP; holds for its RTCP too
   * @param heading SENT for what we send
   * @param algorithm the transform by name, {@link #CLEAR} where from here on nothing is protected
   * @param key in hexadecimal
   * @param parameters what the algorithm wants beside the key
   */
  record MediaKey(
      String host,
      int port,
      Heading heading,
      String algorithm,
      String key,
      Map<String, String> parameters)
      implements LabNote {
    public static final String CLEAR = "none";

    public MediaKey {
      if (host.isBlank() || algorithm.isBlank()) {
        throw new IllegalArgumentException("a key of nothing");
      }
      java.util.Objects.requireNonNull(heading);
      java.util.Objects.requireNonNull(key);
      parameters = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(parameters));
    }

    /** The key does not show: it is written where it is meant to be, not into every log. */
    @Override
    public String toString() {
      return "MediaKey[" + heading + " at " + host + ":" + port + ", " + algorithm + "]";
    }
  }

  /** The script reached its end; a record without it was interrupted. */
  record CaseClosed(String caseId) implements LabNote {}
}
