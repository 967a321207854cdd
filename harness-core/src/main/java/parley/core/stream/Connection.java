package parley.core.stream;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * A TCP connection of a capture.
 *
 * @param number from 0 in the order of their first packets, as tshark's {@code tcp.stream}
 * @param toServer what the client sent; the client is whoever sent the SYN, or where none is in the
 *     capture whoever was seen first
 * @param toClient what the server sent
 */
public record Connection(int number, Flow toServer, Flow toClient) {
  public InetSocketAddress client() {
    return toServer.source();
  }

  public InetSocketAddress server() {
    return toServer.destination();
  }

  public List<Flow> flows() {
    return List.of(toServer, toClient);
  }
}
