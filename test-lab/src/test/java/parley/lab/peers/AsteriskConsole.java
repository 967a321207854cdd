package parley.lab.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The manager interface of an Asterisk: actions go there, and everything that happens comes. */
final class AsteriskConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket socket;
  private final BufferedReader in;
  private final AtomicLong actions = new AtomicLong();
  private final List<AsteriskEvent> told = new ArrayList<>();

  private AsteriskConsole(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    in.readLine(); // its name and version
    Thread.ofVirtual().name("asterisk-console").start(this::listen);
  }

  static AsteriskConsole connect(InetSocketAddress address, String user, String secret)
      throws IOException, InterruptedException {
    Socket socket = new Socket();
    try {
      socket.connect(address, 1000);
      AsteriskConsole console = new AsteriskConsole(socket);
      console.act("Login", Map.of("Username", user, "Secret", secret));
      return console;
    } catch (IOException | InterruptedException | RuntimeException refused) {
      socket.close();
      throw refused;
    }
  }

  /** Asks for something and waits for the response, which may only say that it has begun. */
  AsteriskEvent act(String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    String id = "parley-" + actions.incrementAndGet();
    StringBuilder text = new StringBuilder("Action: " + action + "\r\nActionID: " + id + "\r\n");
    fields.forEach((key, value) -> text.append(key).append(": ").append(value).append("\r\n"));
    synchronized (actions) {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    AsteriskEvent response =
        await(PATIENCE, e -> id.equals(e.field("ActionID")) && !e.field("Response").isEmpty())
            .orElseThrow(() -> new IOException("no response to " + action + " " + fields));
    if ("Error".equals(response.field("Response"))) {
      throw new IOException(action + " " + fields + ": " + response.fields());
    }
    return response;
  }

  /** All it has told so far, responses included. */
  List<AsteriskEvent> told() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  /**
   * The first of all it has told, or tells within that time, that is such; empty if there is none.
   */
  Optional<AsteriskEvent> await(Duration patience, Predicate<AsteriskEvent> such)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (told) {
      for (int next = 0; ; ) {
        for (; next < told.size(); next++) {
          if (such.test(told.get(next))) {
            return Optional.of(told.get(next));
          }
        }
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return Optional.empty();
        }
        told.wait(left);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    List<String> lines = new ArrayList<>();
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          lines.add(line);
          continue;
        }
        synchronized (told) {
          told.add(AsteriskEvent.of(lines));
          told.notifyAll();
        }
        lines.clear();
      }
    } catch (IOException closed) {
      // Either side has gone: nothing more is told.
    }
  }
}
