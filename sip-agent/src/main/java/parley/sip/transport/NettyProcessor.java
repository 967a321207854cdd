package parley.sip.transport;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import parley.core.record.Transport;

/** One of our transports as JAIN-SIP sees it. */
final class NettyProcessor extends MessageProcessor {
  private final Transport kind;
  private final SipSockets sockets;

  NettyProcessor(
      InetAddress address,
      int port,
      Transport kind,
      SIPTransactionStack stack,
      SipSockets sockets) {
    super(address, port, kind.name().toLowerCase(Locale.ROOT), stack);
    this.kind = kind;
    this.sockets = sockets;
  }

  Transport kind() {
    return kind;
  }

  SipSockets sockets() {
    return sockets;
  }

  NettyChannel channel(InetSocketAddress peer) {
    return new NettyChannel(this, peer);
  }

  @Override
  public SIPTransactionStack getSIPStack() {
    return sipStack;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) throws IOException {
    return createMessageChannel(target.getInetAddress(), target.getPort());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
    InetSocketAddress peer = new InetSocketAddress(host, port <= 0 ? getDefaultTargetPort() : port);
    sockets.ready(kind, peer);
    return channel(peer);
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public int getDefaultTargetPort() {
    return kind == Transport.TLS ? 5061 : 5060;
  }

  @Override
  public boolean isSecure() {
    return kind == Transport.TLS;
  }

  @Override
  public int getMaximumMessageSize() {
    return SipFrameDecoder.MAX_MESSAGE;
  }

  @Override
  public boolean inUse() {
    return false;
  }
}
