package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.sip.message.SipMessage;

/** Requests of nobody we know, written by hand. */
class StrangersTest {
  private static SipMessage ask(SipSignalling side, String method, String tag, String more)
      throws Exception {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(Lab.LOOPBACK, 0))) {
      socket.setSoTimeout(5_000);
      String text =
          (method
                  + " sip:x@127.0.0.1 SIP/2.0\n"
                  + "Via: SIP/2.0/UDP 192.0.2.99:9;branch=z9hG4bK"
                  + SipSide.token()
                  + ";rport\n"
                  + "Max-Forwards: 70\nFrom: <sip:s@127.0.0.1>;tag=s1\nTo: <sip:x@127.0.0.1>"
                  + tag
                  + "\nCall-ID: "
                  + SipSide.token()
                  + "\nCSeq: 7 "
                  + method
                  + "\n"
                  + "Contact: <sip:s@127.0.0.1>\n"
                  + more
                  + "Content-Length: 0\n\n")
              .replace("\n", "\r\n");
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      socket.send(new DatagramPacket(bytes, bytes.length, side.address(Transport.UDP)));
      SipMessage answer;
      do {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        answer = SipMessage.read(Octets.of(Arrays.copyOf(packet.getData(), packet.getLength())));
      } while (answer.status() == 100);
      assertEquals(
          Integer.toString(socket.getLocalPort()), answer.parameter("via", "rport").orElse(""));
      assertEquals("127.0.0.1", answer.parameter("via", "received").orElse(""));
      return answer;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BYE, ;tag=gone, 481",
    "INVITE, ;tag=gone, 481",
    "UPDATE, ;tag=gone, 481",
    "INFO, '', 481",
    "CANCEL, '', 481",
    "MESSAGE, '', 405",
    "SUBSCRIBE, '', 489",
    "OPTIONS, '', 200",
    "REGISTER, '', 405",
    "INVITE, '', 480"
  })
  void getTheAnswerOfTheStandard(String method, String tag, int status) throws Exception {
    try (SipSignalling side =
        SipSignalling.open(Lab.setup("us", new Recorder(), "x", java.util.List.of()))) {
      assertEquals(status, ask(side, method, tag, "").status());
    }
  }

  @Test
  void areToldWhichExtensionWeDoNotHave() throws Exception {
    try (SipSignalling side =
        SipSignalling.open(Lab.setup("us", new Recorder(), "x", java.util.List.of()))) {
      SipMessage answer = ask(side, "INVITE", "", "Require: 100rel, wings\n");
      assertEquals(420, answer.status());
      assertEquals("wings", answer.header("unsupported").orElse(""));
    }
  }

  @Test
  void areAskedForALongerSessionInterval() throws Exception {
    try (SipSignalling side =
        SipSignalling.open(Lab.setup("us", new Recorder(), "x", java.util.List.of()))) {
      SipMessage answer = ask(side, "INVITE", "", "Session-Expires: 60\n");
      assertEquals(422, answer.status());
      assertTrue(answer.header("min-se").isPresent());
    }
  }
}
