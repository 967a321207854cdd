package parley.lab.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/**
 * The buttons of a simulated device, as a port on loopback: a connection is the user hanging up.
 * {@link HangUp} is the program that presses the button.
 */
final class DeviceControl implements AutoCloseable {
  private final ServerSocket door;

  private DeviceControl(ServerSocket door) {
    this.door = door;
  }

  static DeviceControl listen(Runnable hangUp) throws IOException {
    ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    DeviceControl control = new DeviceControl(door);
    Thread.ofVirtual().name("buttons of the simulated device").start(() -> control.serve(hangUp));
    return control;
  }

  private void serve(Runnable hangUp) {
    while (!door.isClosed()) {
      try (Socket _ = door.accept()) {
        hangUp.run();
      } catch (IOException closed) {
        return;
      }
    }
  }

  List<String> hangUpProgram() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        HangUp.class.getName(),
        Integer.toString(door.getLocalPort()));
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
