package parley.lab.gatekeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs tshark and takes what it prints. */
final class Tshark {
  private Tshark() {}

  static String output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("tshark ended with " + status);
    }
    return output;
  }
}
