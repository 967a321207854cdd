package parley.h323.agent;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import parley.core.wire.Octets;
import parley.h323.q931.MessageType;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.Tpkt;

/**
 * One side of a call that others made, played from its capture. It says what it said then, octet by
 * octet but for the call reference, which is the call's own. It hears everything and answers
 * nothing by itself.
 */
final class RecordedSide implements Closeable {
  private static final long BREATH_MILLIS = 5;
  private static final int MOST_MILLIS = 10_000;

  private final List<Octets> says;
  private final ServerSocket door;
  private final CountDownLatch mayLeave = new CountDownLatch(1);
  private final List<SignalMessage.Decoded> heard = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param says its messages of call signalling in order, without TPKT
   */
  RecordedSide(List<Octets> says) throws IOException {
    this.says = List.copyOf(says);
    this.door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    door.setSoTimeout(MOST_MILLIS);
  }

  /** Lets it say its own release, if it was the one to release. */
  void mayLeave() {
    mayLeave.countDown();
  }

  int port() {
    return door.getLocalPort();
  }

  List<SignalMessage.Decoded> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** Waits to be called and answers as it did then. */
  void answer() throws IOException, InterruptedException {
    try (Socket socket = door.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      socket.setSoTimeout(MOST_MILLIS);
      SignalMessage setup = hear(in);
      int reference = setup.q931().callReference();
      for (Octets message : says) {
        say(socket, answering(message, reference));
      }
      hearToTheEnd(in);
    }
  }

  /** Calls as it did then, and goes on when the call is taken. */
  void call(int port) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      socket.setSoTimeout(MOST_MILLIS);
      say(socket, says.getFirst());
      while (!hear(in).q931().type().equals(MessageType.CONNECT)) {
        // Until the call is taken it only listened.
      }
      for (Octets message : says.subList(1, says.size())) {
        say(socket, message);
      }
      hearToTheEnd(in);
    }
  }

  private static Octets answering(Octets message, int reference) {
    byte[] octets = message.toArray();
    octets[2] = (byte) (0x80 | (reference >> 8));
    octets[3] = (byte) reference;
    return Octets.of(octets);
  }

  private void say(Socket socket, Octets message) throws IOException, InterruptedException {
    if (type(message).equals(MessageType.RELEASE_COMPLETE)) {
      mayLeave.await();
    }
    socket.getOutputStream().write(Tpkt.around(message).toArray());
    Thread.sleep(BREATH_MILLIS);
  }

  private SignalMessage hear(DataInputStream in) throws IOException {
    while (true) {
      byte[] header = in.readNBytes(4);
      if (header.length < 4) {
        throw new EOFException("the connection ended");
      }
      byte[] content = new byte[((header[2] & 0xff) << 8) | (header[3] & 0xff)];
      in.readFully(content, 4, content.length - 4);
      Octets message = Octets.of(content).from(4);
      SignalMessage.Decoded decoded = SignalMessage.decode(message);
      heard.add(decoded);
      if (decoded.message().isPresent()) {
        return decoded.message().get();
      }
    }
  }

  private void hearToTheEnd(DataInputStream in) throws IOException {
    try {
      while (!hear(in).q931().type().equals(MessageType.RELEASE_COMPLETE)) {
        // Everything is kept.
      }
    } catch (EOFException ended) {
      // It closed instead.
    }
  }

  private static MessageType type(Octets message) {
    return Q931Codec.decode(message).message().orElseThrow().type();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
