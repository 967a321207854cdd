package parley.lab.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Presses a button of a simulated device; its arguments are the device's port and the button. */
public final class Button {
  public static void main(String[] arguments) throws IOException {
    try (Socket button =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
      button.setSoTimeout(10_000);
      button.getOutputStream().write((arguments[1] + "\n").getBytes(StandardCharsets.US_ASCII));
      button.getOutputStream().flush();
      // The device closes the connection when it has done what the button is for.
      if (button.getInputStream().read() >= 0) {
        throw new IOException("the device said something, and nobody expected it to");
      }
    }
  }

  private Button() {}
}
