package parley.core.trace;

import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * One signalling message.
 *
 * @param protocol as its specification is called: "SIP", "H.225.0", "RAS", "H.245"
 * @param name of the message in its protocol's words: "INVITE", "200 OK", "setup",
 *     "terminalCapabilitySet"
 * @param callId by what the protocol ties it to its call; empty where it names none
 * @param carriedIn name of the message it was tunnelled in; then the carriage is that one's
 * @param repeated true where the same was sent before
 * @param summary what a person wants to know of it first, one line, may be empty
 * @param tree the whole of it, decoded
 * @param problems what is wrong with it, in plain words
 * @param octets as on the wire, of a tunnelled message its own
 */
public record TracedMessage(
    Carriage carriage,
    String protocol,
    String name,
    Optional<String> callId,
    Optional<String> carriedIn,
    boolean repeated,
    String summary,
    Tree tree,
    List<String> problems,
    Octets octets) {
  public TracedMessage {
    problems = List.copyOf(problems);
  }

  public long packet() {
    return carriage.packet();
  }
}
