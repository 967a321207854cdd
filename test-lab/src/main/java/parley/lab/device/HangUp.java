package parley.lab.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Presses the hang-up button of a simulated device; its one argument is the device's port. */
public final class HangUp {
  public static void main(String[] arguments) throws IOException {
    try (Socket button =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
      button.setSoTimeout(10_000);
      // The device closes the connection when its call has ended.
      if (button.getInputStream().read() >= 0) {
        throw new IOException("the device said something, and nobody expected it to");
      }
    }
  }

  private HangUp() {}
}
