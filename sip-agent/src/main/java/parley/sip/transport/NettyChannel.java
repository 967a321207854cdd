package parley.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.RawMessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import parley.core.record.Transport;

/** The way to and from one peer as JAIN-SIP's transactions see it. */
final class NettyChannel extends MessageChannel implements RawMessageChannel {
  private final NettyProcessor processor;
  private final InetSocketAddress peer;

  NettyChannel(NettyProcessor processor, InetSocketAddress peer) {
    this.processor = processor;
    this.peer = peer;
    this.messageProcessor = processor;
  }

  /** Hands a parsed message to the transactions. */
  @Override
  public void processMessage(SIPMessage message) {
    message.setRemoteAddress(peer.getAddress());
    message.setRemotePort(peer.getPort());
    message.setLocalAddress(processor.getIpAddress());
    message.setLocalPort(processor.getPort());
    message.setPeerPacketSourceAddress(peer.getAddress());
    message.setPeerPacketSourcePort(peer.getPort());
    if (message instanceof SIPRequest request) {
      deliverRequest(request);
    } else if (message instanceof SIPResponse response) {
      deliverResponse(response);
    }
  }

  private void deliverRequest(SIPRequest request) {
    var receiver = getSIPStack().newSIPServerRequest(request, this);
    if (receiver != null) {
      try {
        receiver.processRequest(request, this);
      } finally {
        release(receiver);
      }
    }
  }

  private void deliverResponse(SIPResponse response) {
    var receiver = getSIPStack().newSIPServerResponse(response, this);
    if (receiver == null) {
      return;
    }
    try {
      if (!(receiver instanceof SIPClientTransaction transaction)
          || transaction.checkFromTag(response)) {
        receiver.processResponse(response, this);
      }
    } finally {
      release(receiver);
    }
  }

  /** The stack took a transaction's lock for us; it stays taken only on its way to the listener. */
  private static void release(Object receiver) {
    if (receiver instanceof SIPTransaction transaction && !transaction.passToListener()) {
      transaction.releaseSem();
    }
  }

  @Override
  public void close() {}

  @Override
  public SIPTransactionStack getSIPStack() {
    return processor.getSIPStack();
  }

  @Override
  public String getTransport() {
    return processor.kind().name();
  }

  @Override
  public boolean isReliable() {
    return processor.kind() != Transport.UDP;
  }

  @Override
  public boolean isSecure() {
    return processor.isSecure();
  }

  @Override
  public void sendMessage(SIPMessage message) throws IOException {
    processor.sockets().send(processor.kind(), peer, message.encodeAsBytes(getTransport()));
  }

  @Override
  public void sendMessage(SIPMessage message, InetAddress address, int port) throws IOException {
    processor
        .sockets()
        .send(
            processor.kind(),
            new InetSocketAddress(address, port),
            message.encodeAsBytes(getTransport()));
  }

  @Override
  protected void sendMessage(byte[] message, InetAddress address, int port, boolean reconnect)
      throws IOException {
    processor.sockets().send(processor.kind(), new InetSocketAddress(address, port), message);
  }

  @Override
  public String getPeerAddress() {
    return peer.getAddress().getHostAddress();
  }

  @Override
  protected InetAddress getPeerInetAddress() {
    return peer.getAddress();
  }

  @Override
  protected String getPeerProtocol() {
    return getTransport();
  }

  @Override
  public int getPeerPort() {
    return peer.getPort();
  }

  @Override
  public int getPeerPacketSourcePort() {
    return peer.getPort();
  }

  @Override
  public InetAddress getPeerPacketSourceAddress() {
    return peer.getAddress();
  }

  @Override
  public String getKey() {
    return getKey(peer.getAddress(), peer.getPort(), getTransport());
  }

  @Override
  public String getViaHost() {
    return processor.getIpAddress().getHostAddress();
  }

  @Override
  public int getViaPort() {
    return processor.getPort();
  }
}
