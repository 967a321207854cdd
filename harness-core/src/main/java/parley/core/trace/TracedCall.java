package parley.core.trace;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Messages that belong together, in the order of the capture.
 *
 * @param id the protocol's own name for it (Call-ID, call identifier), or one made up of its
 *     addresses where the protocol gives none; unique within a trace
 * @param title in words for people: who called whom
 * @param parties whoever sent or received one of the messages, in the order in which they appear
 */
public record TracedCall(
    String id, Kind kind, String title, List<Party> parties, List<TracedMessage> messages) {
  /** What the messages are about. */
  public enum Kind {
    CALL,
    REGISTRATION,
    /** Questions and answers outside a call: OPTIONS, gatekeeper discovery, presence. */
    OTHER
  }

  public TracedCall {
    parties = List.copyOf(parties);
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a call without a message");
    }
  }

  /** With each host, or each address where a host talks to itself, as a party. */
  public static TracedCall of(String id, Kind kind, String title, List<TracedMessage> messages) {
    return new TracedCall(id, kind, title, Parties.of(messages), messages);
  }

  /** The column of an address; -1 where it has none. */
  public int column(InetSocketAddress address) {
    for (int i = 0; i < parties.size(); i++) {
      if (parties.get(i).addresses().contains(address)) {
        return i;
      }
    }
    return -1;
  }

  /** Protocols of the messages in the order in which they appear. */
  public List<String> protocols() {
    return messages.stream().map(TracedMessage::protocol).distinct().toList();
  }

  public long malformed() {
    return messages.stream().filter(message -> !message.problems().isEmpty()).count();
  }
}
