package parley.lab.device;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The buttons of a simulated device, as a port on loopback: a connection with the name of one on
 * its first line presses it. {@link Button} is the program that does so.
 */
final class DeviceControl implements AutoCloseable {
  private static final int LONGEST_NAME = 40;

  private final ServerSocket door;

  private DeviceControl(ServerSocket door) {
    this.door = door;
  }

  /**
   * @param buttons by name: what each does
   */
  static DeviceControl listen(Map<String, Runnable> buttons) throws IOException {
    ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    DeviceControl control = new DeviceControl(door);
    Thread.ofVirtual().name("buttons of the simulated device").start(() -> control.serve(buttons));
    return control;
  }

  private void serve(Map<String, Runnable> buttons) {
    while (!door.isClosed()) {
      try (Socket finger = door.accept()) {
        finger.setSoTimeout(2_000);
        buttons.getOrDefault(name(finger.getInputStream()), () -> {}).run();
      } catch (SocketTimeoutException silent) {
        // Nobody said which button.
      } catch (IOException closed) {
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private static String name(InputStream in) throws IOException {
    StringBuilder name = new StringBuilder();
    int next = in.read();
    while (next > ' ' && name.length() < LONGEST_NAME) {
      name.append((char) next);
      next = in.read();
    }
    return name.toString();
  }

  /** A program and its arguments that press the button. */
  List<String> program(String button) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Button.class.getName(),
        Integer.toString(door.getLocalPort()),
        button);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException alreadyClosed) {
      // Nothing is left to close.
    }
  }
}
