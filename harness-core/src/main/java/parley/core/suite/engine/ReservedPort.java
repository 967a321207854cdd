package parley.core.suite.engine;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import parley.core.plan.PortRange;

/**
 * A port that has to be told to somebody before anyone listens on it, such as the one a device
 * registers at. Until this is closed, nobody else who reserves one gets the same, in this process
 * or another, and the system gives it to nobody by itself.
 *
 * <p>Asking the system for any free port, closing it and using its number later does not do: in
 * between the system may give that number to somebody else, or to an outgoing connection.
 */
public final class ReservedPort implements AutoCloseable {
  /**
   * Below the ports the system gives away by itself (Linux from 32768, others from 49152), and
   * where Wireshark expects no particular protocol.
   */
  static final PortRange RANGE = new PortRange(14_100, 15_699);

  /** The port itself, the next for TLS, and the one that is held; one is left between two. */
  private static final int STEP = 4;

  private static final int GUARD = 2;
  private static final int COUNT = RANGE.size() / STEP;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private final int number;
  private final DatagramSocket guard;

  private ReservedPort(int number, DatagramSocket guard) {
    this.number = number;
    this.guard = guard;
  }

  /**
   * Finds one that is free at this address for UDP and TCP, and the next for TCP.
   *
   * @throws IOException if all are taken, or this machine does not have the address
   */
  public static ReservedPort at(InetAddress address) throws IOException {
    IOException last = new IOException("nothing was tried");
    for (int i = 0; i < COUNT; i++) {
      int number = RANGE.first() + STEP * Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try {
        return reserve(address, number);
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new IOException(
        "no port of " + RANGE + " can be had at " + address.getHostAddress(), last);
  }

  private static ReservedPort reserve(InetAddress address, int number) throws IOException {
    DatagramSocket guard = new DatagramSocket(number + GUARD, address);
    try (ServerSocket _ = new ServerSocket(number, 1, address);
        DatagramSocket _ = new DatagramSocket(number, address);
        ServerSocket _ = new ServerSocket(number + 1, 1, address)) {
      return new ReservedPort(number, guard);
    } catch (IOException taken) {
      guard.close();
      throw taken;
    }
  }

  /** The number; the one after it is reserved too. */
  public int number() {
    return number;
  }

  /** Gives it back; whoever listens on it goes on doing so. */
  @Override
  public void close() {
    guard.close();
  }
}
