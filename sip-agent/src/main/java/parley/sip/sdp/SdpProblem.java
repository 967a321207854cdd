package parley.sip.sdp;

/**
 * Something wrong in a session description.
 *
 * @param line counted from 1; 0 where it concerns the whole
 * @param what in plain words
 */
public record SdpProblem(int line, String what) {
  @Override
  public String toString() {
    return line == 0 ? what : "line " + line + ": " + what;
  }
}
