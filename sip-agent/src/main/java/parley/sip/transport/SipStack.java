package parley.sip.transport;

import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import parley.core.call.SignallingSetup;
import parley.core.record.Transport;
import parley.core.wire.Octets;

/**
 * JAIN-SIP's parser and transactions over our sockets. Dialogs are the agent's own: a simulated
 * device has to be able to break them. Several stacks live in one process, each under a name of its
 * own.
 */
public final class SipStack implements AutoCloseable {
  private final String name = "parley-" + UUID.randomUUID();
  private final SipSockets sockets;
  private final SipStackImpl stack;
  private final SipProvider provider;
  private final Map<Transport, NettyProcessor> processors = new EnumMap<>(Transport.class);

  public SipStack(SignallingSetup setup, SipListener listener) throws IOException {
    sockets = new SipSockets(setup);
    NettyProcessorFactory.offer(name, sockets);
    try {
      stack = new SipStackImpl(properties());
      provider = start(setup.address().getHostAddress(), listener);
    } catch (SipException | InvalidArgumentException | java.util.TooManyListenersException e) {
      sockets.close();
      throw new IOException("SIP does not start: " + e.getMessage(), e);
    } finally {
      NettyProcessorFactory.withdraw(name);
    }
    sockets.receiver(this::received);
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", name);
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    properties.setProperty("gov.nist.javax.sip.AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    properties.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "0");
    properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietLogger.class.getName());
    properties.setProperty(
        "gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY", NettyProcessorFactory.class.getName());
    properties.setProperty(
        "gov.nist.javax.sip.MAX_MESSAGE_SIZE", Integer.toString(SipFrameDecoder.MAX_MESSAGE));
    properties.setProperty("gov.nist.javax.sip.CACHE_SERVER_CONNECTIONS", "true");
    properties.setProperty("gov.nist.javax.sip.CACHE_CLIENT_CONNECTIONS", "true");
    return properties;
  }

  private SipProvider start(String host, SipListener listener)
      throws SipException, InvalidArgumentException, java.util.TooManyListenersException {
    SipProvider first = null;
    for (Transport transport : Transport.values()) {
      ListeningPoint point =
          stack.createListeningPoint(
              host, sockets.port(transport), transport.name().toLowerCase(Locale.ROOT));
      if (first == null) {
        first = stack.createSipProvider(point);
        first.addSipListener(listener);
      } else {
        first.addListeningPoint(point);
      }
      processors.put(
          transport, (NettyProcessor) ((ListeningPointImpl) point).getMessageProcessor());
    }
    if (first == null) {
      throw new PeerUnavailableException("no transport");
    }
    stack.start();
    return first;
  }

  private void received(Transport transport, InetSocketAddress from, Octets octets) {
    NettyProcessor processor = processors.get(transport);
    if (processor == null) {
      return;
    }
    try {
      SIPMessage message =
          new StringMsgParser()
              .parseSIPMessage(octets.toArray(), true, false, SipStack::parseProblem);
      if (message == null
          || message.getFrom() == null
          || message.getTo() == null
          || message.getCallId() == null
          || message.getCSeq() == null
          || message.getTopmostVia() == null) {
        return;
      }
      if (message instanceof SIPRequest) {
        markSource(message.getTopmostVia(), from);
      }
      processor.channel(from).processMessage(message);
    } catch (ParseException | RuntimeException unreadable) {
      // The tap has the octets already; a message that cannot be parsed gets no answer.
    }
  }

  /** Where it really came from (RFC 3261 §18.2.1, RFC 3581 §4). */
  private static void markSource(Via via, InetSocketAddress from) throws ParseException {
    String source = from.getAddress().getHostAddress();
    if (via.hasParameter(Via.RPORT)) {
      via.setParameter(Via.RPORT, Integer.toString(from.getPort()));
      via.setParameter(Via.RECEIVED, source);
    } else if (!source.equals(via.getHost())) {
      via.setParameter(Via.RECEIVED, source);
    }
  }

  /** Header fields the transactions need must be readable; of others the message is kept. */
  private static void parseProblem(
      ParseException problem, SIPMessage message, Class<?> headerClass, String header, String text)
      throws ParseException {
    String kind = headerClass == null ? "" : headerClass.getSimpleName();
    switch (kind) {
      case "From", "To", "CSeq", "Via", "CallID", "RequestLine", "StatusLine" -> throw problem;
      default -> message.addUnparsed(header);
    }
  }

  public SipProvider provider() {
    return provider;
  }

  public SipSockets sockets() {
    return sockets;
  }

  @Override
  public void close() {
    sockets.receiver((transport, from, message) -> {});
    sockets.close();
    // The stack sleeps a second while it stops; the ports are free already.
    Thread.ofVirtual().name("sip-stack-stop").start(stack::stop);
  }
}
