package parley.sip.transport;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.core.record.Transport;

/**
 * Gives JAIN-SIP our sockets instead of its own. JAIN-SIP makes it by class name, one for each
 * stack, so the sockets wait here under the stack's name, which is its alone.
 */
public final class NettyProcessorFactory implements MessageProcessorFactory {
  private static final Map<String, SipSockets> SOCKETS = new ConcurrentHashMap<>();

  static void offer(String stack, SipSockets sockets) {
    SOCKETS.put(stack, sockets);
  }

  static void withdraw(String stack) {
    SOCKETS.remove(stack);
  }

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    String name = ((gov.nist.javax.sip.SipStackImpl) stack).getStackName();
    SipSockets sockets = SOCKETS.get(name);
    if (sockets == null) {
      throw new IOException("no sockets were opened for the stack " + name);
    }
    return new NettyProcessor(
        address, port, Transport.valueOf(transport.toUpperCase(Locale.ROOT)), stack, sockets);
  }
}
