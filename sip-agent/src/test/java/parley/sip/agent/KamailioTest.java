package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.call.CallFailure;
import parley.core.call.Registration;
import parley.core.call.Target;
import parley.core.suite.engine.ReservedPort;

/** Registers with a registrar nobody here wrote. */
class KamailioTest {
  private static final Path MODULES = Path.of("/usr/lib/x86_64-linux-gnu/kamailio/modules");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"MD5, udp", "SHA-256, udp", "SHA-256, tcp"})
  void registersWithKamailio(String algorithm, String transport) throws Exception {
    Path program = Path.of("/usr/sbin/kamailio");
    Peers.require(
        Files.isExecutable(program) && Files.exists(MODULES.resolve("auth.so")), "kamailio");
    try (ReservedPort port = ReservedPort.at(Lab.LOOPBACK)) {
      registers(algorithm, transport, program, port.number());
    }
  }

  private void registers(String algorithm, String transport, Path program, int port)
      throws Exception {
    Path config = folder.resolve("kamailio.cfg");
    Files.writeString(
        config,
        """
        #!KAMAILIO
        debug=0
        log_stderror=yes
        children=1
        tcp_children=1
        auto_aliases=no
        dns_try_ipv6=no
        dns=no
        rev_dns=no
        listen=udp:127.0.0.1:%d
        listen=tcp:127.0.0.1:%d
        mpath="%s/"
        loadmodule "tm.so"
        loadmodule "sl.so"
        loadmodule "pv.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "auth.so"
        modparam("auth", "algorithm", "%s")
        request_route {
          if (method != "REGISTER") { sl_send_reply("405", "Not here"); exit; }
          if (!pv_www_authenticate("lab", "secret", "0")) { www_challenge("lab", "1"); exit; }
          save("location");
          exit;
        }
        """
            .formatted(port, port, MODULES, algorithm));
    Process kamailio =
        new ProcessBuilder(
                program.toString(),
                "-f",
                config.toString(),
                "-DD",
                "-E",
                "-Y",
                folder.toString(),
                "-m",
                "32")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("kamailio.log").toFile())
            .start();
    Recorder record = new Recorder();
    Recorder other = new Recorder();
    try (SipSignalling us = SipSignalling.open(Lab.setup("tester", record, "secret", List.of()));
        SipSignalling thief = SipSignalling.open(Lab.setup("tester", other, "guess", List.of()))) {
      awaitTcp(port, folder.resolve("kamailio.log"));
      Target server = Target.parse("sip:127.0.0.1:" + port + ";transport=" + transport);
      Registration registration =
          us.register(server, "tester", Duration.ofMinutes(2), Duration.ofSeconds(8));
      assertEquals(Duration.ofMinutes(2), registration.expiry());
      String sent = record.sent("REGISTER").getLast().header("authorization").orElse("");
      assertTrue(sent.contains("algorithm=" + algorithm), sent);
      assertThrows(
          CallFailure.class,
          () -> thief.register(server, "tester", Duration.ofMinutes(2), Duration.ofSeconds(8)));
    } finally {
      kamailio.destroy();
      if (!kamailio.waitFor(3, TimeUnit.SECONDS)) {
        kamailio.destroyForcibly().waitFor();
      }
    }
  }

  private static void awaitTcp(int port, Path log) throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Socket _ = new Socket(Lab.LOOPBACK, port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("kamailio did not start: " + Files.readString(log));
  }
}
