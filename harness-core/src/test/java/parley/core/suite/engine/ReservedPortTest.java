package parley.core.suite.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A port said beforehand is still free when somebody comes to listen on it. */
class ReservedPortTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void isFreeForUdpAndTcpAndTlsAfterThem() throws Exception {
    try (ReservedPort port = ReservedPort.at(LOOPBACK);
        DatagramSocket udp = new DatagramSocket(port.number(), LOOPBACK);
        ServerSocket tcp = new ServerSocket(port.number(), 1, LOOPBACK);
        ServerSocket tls = new ServerSocket(port.number() + 1, 1, LOOPBACK)) {
      assertEquals(udp.getLocalPort(), tcp.getLocalPort());
      assertEquals(udp.getLocalPort() + 1, tls.getLocalPort());
    }
  }

  @Test
  void isOutsideOfWhatTheSystemGivesAway() throws Exception {
    Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    Assumptions.assumeTrue(Files.isReadable(range), "only Linux says what it gives away");
    // Such a file gives all or nothing in one read, so it is not read octet by octet.
    String given = Files.readAllLines(range).getFirst();
    int first = Integer.parseInt(given.split("\\s+", 2)[0]);
    assertTrue(ReservedPort.RANGE.last() < first, () -> "the system gives away from " + first);
  }

  @Test
  void isGivenToOneOnly() throws Exception {
    List<ReservedPort> held = new ArrayList<>();
    try {
      Set<Integer> numbers = new HashSet<>();
      // Once round and more, as another process would come to the same numbers.
      for (int i = 0; i < 150; i++) {
        held.add(ReservedPort.at(LOOPBACK));
        assertTrue(numbers.add(held.getLast().number()));
      }
      held.removeFirst().close();
      for (int i = 0; i < 300; i++) {
        try (ReservedPort another = ReservedPort.at(LOOPBACK)) {
          assertFalse(
              held.stream().anyMatch(port -> port.number() == another.number()),
              () -> another.number() + " was given twice");
        }
      }
    } finally {
      held.forEach(ReservedPort::close);
    }
  }

  @Test
  void passesOverPortsThatOthersListenOn() throws Exception {
    int taken;
    try (ReservedPort port = ReservedPort.at(LOOPBACK)) {
      taken = port.number();
    }
    try (ServerSocket _ = new ServerSocket(taken + 1, 1, LOOPBACK)) {
      for (int i = 0; i < ReservedPort.RANGE.size() / 4; i++) {
        try (ReservedPort port = ReservedPort.at(LOOPBACK)) {
          assertFalse(port.number() == taken);
        }
      }
    }
  }

  @Test
  void canBeListenedOnAgainWhereConnectionsHaveJustEnded() throws Exception {
    try (ReservedPort port = ReservedPort.at(LOOPBACK)) {
      for (int i = 0; i < 3; i++) {
        try (ServerSocket listening = new ServerSocket(port.number(), 1, LOOPBACK);
            Socket caller = new Socket()) {
          caller.connect(new InetSocketAddress(LOOPBACK, port.number()));
          listening.accept().close();
          assertEquals(-1, caller.getInputStream().read());
        }
      }
    }
  }

  @Test
  void saysSoWhereTheAddressIsNotOfThisMachine() {
    IOException failure =
        assertThrows(
            IOException.class, () -> ReservedPort.at(InetAddress.ofLiteral("192.0.2.7")).close());
    assertTrue(failure.toString().contains("192.0.2.7"), failure::toString);
  }
}
