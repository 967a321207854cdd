package parley.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.lab.Parley;
import parley.lab.console.Terminal;

/**
 * Does what every command begins with, and calls nobody. The launcher runs it once after a build:
 * the JDK keeps the classes it loads in a cache from which the next starts take them.
 */
public final class Rehearsal {
  private static final List<List<String>> SHORT =
      List.of(
          List.of("help"),
          List.of("cases"),
          List.of("certify", "sip:nobody@127.0.0.1", "--case", "NO-SUCH-CASE"),
          List.of("verify", "no-such-bundle.asice"));

  private static final int PACKETS = 5_000;
  private static final String INVITE =
      """
      INVITE sip:nobody@192.0.2.2 SIP/2.0
      Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
      From: <sip:a@192.0.2.1>;tag=1
      To: <sip:nobody@192.0.2.2>
      Call-ID: 1
      CSeq: 1 INVITE
      Content-Type: application/sdp

      v=0
      o=- 1 1 IN IP4 192.0.2.1
      s=-
      c=IN IP4 192.0.2.1
      t=0 0
      m=audio 5060 RTP/AVP 96
      a=rtpmap:96 opus/48000/2
      """
          .replace("\n", "\r\n");

  private Rehearsal() {}

  /** Says nothing but the version. */
  public static void main(String[] none) throws IOException {
    QuietLogging.install();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, false, false);
    for (List<String> words : SHORT) {
      run(terminal, words);
    }
    Path capture = Files.createTempFile("parley-rehearsal", ".pcapng");
    try {
      write(capture);
      run(terminal, List.of("measure", capture.toString()));
      run(terminal, List.of("measure", "--json", capture.toString()));
    } finally {
      Files.delete(capture);
    }
    Parley.main(new String[] {"--version"});
  }

  private static void run(Terminal terminal, List<String> words) {
    new CommandLineShell(
            new ParleyCommand(), terminal, Path.of(System.getProperty("java.io.tmpdir")))
        .run(words.toArray(String[]::new));
  }

  /** A call of some seconds, with what describes it. */
  private static void write(Path capture) throws IOException {
    InetSocketAddress one = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 5060);
    InetSocketAddress other = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.2"), 5060);
    long[] clock = {0};
    try (CaptureWriter writer =
        CaptureWriter.create(capture, "rehearsal", () -> clock[0] += 20_000_000)) {
      writer.datagram(Heading.SENT, one, other, Octets.ofText(INVITE, StandardCharsets.US_ASCII));
      for (int i = 0; i < PACKETS; i++) {
        RtpPacket packet =
            new RtpPacket(
                false, 96, new SequenceNumber(i), 960L * i, new Ssrc(1), Octets.of(new byte[60]));
        writer.datagram(Heading.SENT, other, one, packet.encode());
      }
    }
  }
}
