package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Credentials;
import parley.core.call.Registration;
import parley.core.call.SignallingSetup;
import parley.core.record.Transport;
import parley.sip.agent.SipBehaviour;
import parley.sip.agent.SipSignalling;

@Timeout(60)
class BaresipTest {
  @TempDir private Path folder;

  @Test
  void startsAnswersOptionsAndStops() throws Exception {
    Baresip stopped;
    try (Baresip baresip = Baresip.start(folder, BaresipSettings.usual())) {
      stopped = baresip;
      String answer = options(baresip);
      assertTrue(answer.startsWith("SIP/2.0 200 OK"), answer);
      assertTrue(answer.contains("packetization-mode=0"), answer);
      assertTrue(answer.contains("packetization-mode=1"), answer);
      assertTrue(answer.contains("opus/48000/2"), answer);
      assertTrue(answer.contains("G722/8000"), answer);
      assertTrue(baresip.command("listcalls", "").contains("\"ok\":true"));
      assertTrue(baresip.log().contains("OPTIONS"), "its log holds the messages");
    }
    assertFalse(stopped.isRunning());
  }

  @Test
  void hangsUpWhenTheProgramForThatRuns() throws Exception {
    try (Baresip baresip = Baresip.start(folder, BaresipSettings.usual());
        DatagramSocket caller = caller()) {
      send(caller, baresip, request("INVITE", caller, baresip, offer()));
      String answer;
      do {
        answer = receive(caller);
      } while (answer.startsWith("SIP/2.0 1"));
      assertTrue(answer.startsWith("SIP/2.0 200"), answer);
      String tag = answer.replaceAll("(?s).*\r\nTo:[^\r]*(;tag=[^;\r]+).*", "$1");
      send(
          caller,
          baresip,
          request("ACK", caller, baresip, "").replace(">\r\nCall-ID", ">" + tag + "\r\nCall-ID"));
      Process program = new ProcessBuilder(baresip.hangUpProgram()).inheritIO().start();
      assertTrue(program.waitFor(5, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
      String last = receive(caller);
      assertTrue(last.startsWith("BYE "), last);
    }
  }

  /** Two challenges, SHA-256 first, are more than it can do: REG-DIGEST.1 shows that. */
  @Test
  void registersWhereMd5AloneIsAskedFor() throws Exception {
    Credentials account = new Credentials("room", "secret");
    SignallingSetup setup =
        new SignallingSetup(
            InetAddress.getLoopbackAddress(),
            0,
            "registrar",
            "Parley",
            Optional.empty(),
            List.of(account),
            Optional.empty(),
            (protocol, transport, heading, ours, theirs, octets) -> {});
    try (SipSignalling registrar =
        SipSignalling.open(setup, SipBehaviour.builder().onlyMd5().build())) {
      String address = "127.0.0.1:" + registrar.address(Transport.UDP).getPort();
      BaresipSettings settings =
          BaresipSettings.usual()
              .withRegistrar(
                  new BaresipSettings.Registrar(address, account.user(), account.password(), 60));
      try (Baresip baresip = Baresip.start(folder, settings)) {
        Registration registration = registrar.awaitRegistration(Duration.ofSeconds(10));
        assertTrue(
            registration.contact().address().contains(":" + baresip.sipPort()),
            registration::toString);
      }
    }
  }

  private static String options(Baresip baresip) throws IOException {
    try (DatagramSocket caller = caller()) {
      send(caller, baresip, request("OPTIONS", caller, baresip, ""));
      return receive(caller);
    }
  }

  private static DatagramSocket caller() throws IOException {
    DatagramSocket caller = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    caller.setSoTimeout(5000);
    return caller;
  }

  private static String request(
      String method, DatagramSocket caller, Baresip baresip, String body) {
    int port = caller.getLocalPort();
    return String.join(
        "\r\n",
        method + " " + baresip.answeringAddress() + " SIP/2.0",
        "Via: SIP/2.0/UDP 127.0.0.1:" + port + ";branch=z9hG4bK" + method + ";rport",
        "Max-Forwards: 70",
        "From: <sip:caller@127.0.0.1:" + port + ">;tag=1",
        "To: <" + baresip.answeringAddress() + ">",
        "Call-ID: " + port + "@127.0.0.1",
        "CSeq: 1 " + method,
        "Contact: <sip:caller@127.0.0.1:" + port + ">",
        body.isEmpty() ? "Content-Length: 0" : "Content-Type: application/sdp",
        body.isEmpty() ? "\r\n" : "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static String offer() {
    return String.join(
        "\r\n",
        "v=0",
        "o=- 1 1 IN IP4 127.0.0.1",
        "s=-",
        "c=IN IP4 127.0.0.1",
        "t=0 0",
        "m=audio 9 RTP/AVP 0",
        "");
  }

  private static void send(DatagramSocket caller, Baresip baresip, String message)
      throws IOException {
    byte[] octets = message.getBytes(StandardCharsets.UTF_8);
    caller.send(
        new DatagramPacket(
            octets, octets.length, InetAddress.getLoopbackAddress(), baresip.sipPort()));
  }

  private static String receive(DatagramSocket caller) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
    caller.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }
}
