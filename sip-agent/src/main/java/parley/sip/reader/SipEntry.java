package parley.sip.reader;

import java.net.InetSocketAddress;
import parley.core.record.Heading;
import parley.sip.message.SipMessage;

/**
 * One SIP message of a record.
 *
 * @param packet number of the packet that holds it
 * @param repeated true where the same message had been sent before
 */
public record SipEntry(
    long packet,
    long timeNanos,
    Heading heading,
    InetSocketAddress source,
    InetSocketAddress destination,
    SipMessage message,
    boolean repeated) {

  /** Call-ID, number and method: what a request and its responses share. */
  String exchange() {
    String method = message.cseqMethod().equals("ACK") ? "INVITE" : message.cseqMethod();
    return message.callId() + "|" + message.cseq() + "|" + method + "|" + message.fromTag();
  }
}
