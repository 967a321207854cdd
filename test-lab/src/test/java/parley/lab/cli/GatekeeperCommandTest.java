package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Credentials;
import parley.h323.ras.Aliases;
import parley.h323.ras.RasSettings;
import parley.h323.ras.live.RasEndpoint;

/** {@code parley gatekeeper} as a user runs it. */
class GatekeeperCommandTest {
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  @TempDir Path folder;

  @Test
  void saysWhoRegisteredAndWhoMayNot() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
    for (boolean json : List.of(false, true)) {
      int port = freePort();
      CompletableFuture<CommandRun> run =
          CompletableFuture.supplyAsync(
              () ->
                  CommandRun.of(
                      folder,
                      "gatekeeper",
                      "--port",
                      String.valueOf(port),
                      "--account",
                      "room",
                      "--password-from",
                      "file:" + password,
                      "--for",
                      "6",
                      json ? "--json" : "--name=lab"));
      register(port, new Credentials("room", "open sesame"));
      try {
        register(port, new Credentials("room", "guess"));
      } catch (parley.core.call.CallFailure refused) {
        // As it should be.
      }
      CommandRun ended = run.get();
      assertEquals(0, ended.status(), ended.toString());
      String out = ended.out();
      if (json) {
        assertTrue(out.contains("{\"event\":\"listening\",\"ras\":\"127.0.0.1:" + port), out);
        assertTrue(out.contains("\"event\":\"registered\""), out);
        assertTrue(out.contains("\"reason\":\"securityDenial\""), out);
      } else {
        assertTrue(out.contains("listening     127.0.0.1:" + port), out);
        assertTrue(out.contains("registered    room at 127.0.0.1:40001 as lab-1"), out);
        assertTrue(out.contains(": securityDenial"), out);
      }
      assertTrue(!(out + ended.err()).contains("sesame"), out);
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOCAL, 0))) {
      CommandRun run =
          CommandRun.of(
              folder, "gatekeeper", "--port", String.valueOf(taken.getLocalPort()), "--for", "1");
      assertEquals(3, run.status(), run.toString());
      assertTrue(
          run.err().contains("cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (UDP)"),
          run.err());
    }
  }

  @Test
  void mistakesAreNamed() {
    CommandRun password =
        CommandRun.of(folder, "gatekeeper", "--account", "room", "--password-from", "secret");
    assertEquals(2, password.status(), password.toString());
    assertTrue(password.err().contains("env:NAME or file:PATH"), password.err());
    CommandRun everywhere = CommandRun.of(folder, "gatekeeper", "--address", "0.0.0.0");
    assertEquals(2, everywhere.status(), everywhere.toString());
    CommandRun half = CommandRun.of(folder, "gatekeeper", "--traversal");
    assertTrue(half.err().contains("--routed"), half.err());
  }

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(LOCAL, 0))) {
      return socket.getLocalPort();
    }
  }

  private static void register(int port, Credentials account) throws Exception {
    try (RasEndpoint endpoint =
        RasEndpoint.open(
            RasSettings.terminal(
                    new InetSocketAddress(LOCAL, port),
                    List.of(Aliases.of("room")),
                    List.of(new InetSocketAddress(LOCAL, 40_001)),
                    "test",
                    "1")
                .with(account)
                .withPatience(20),
            LOCAL,
            0,
            (protocol, transport, heading, ours, theirs, bytes) -> {})) {
      endpoint.register(Duration.ofSeconds(10));
    }
  }
}
