package parley.core.record;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import parley.core.wire.Octets;

/** What the tests of this package write. */
final class CaptureTrafficForTests {
  static final InetSocketAddress OURS =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 5060);
  static final InetSocketAddress THEIRS =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 5062);
  static final InetSocketAddress OURS_6 = new InetSocketAddress(InetAddress.ofLiteral("::1"), 5060);
  static final InetSocketAddress THEIRS_6 =
      new InetSocketAddress(InetAddress.ofLiteral("2001:db8::2"), 5062);
  static final long TIME = 1_795_318_036_949_413_123L;

  static final Octets OPTIONS =
      Octets.ofText(
          """
          OPTIONS sip:candidate@127.0.0.2 SIP/2.0
          Via: SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bK1
          Max-Forwards: 70
          From: <sip:parley@127.0.0.1>;tag=1
          To: <sip:candidate@127.0.0.2>
          Call-ID: 1@127.0.0.1
          CSeq: 1 OPTIONS
          Content-Length: 0

          """
              .replace("\n", "\r\n"),
          StandardCharsets.US_ASCII);

  static final LabNote NOTE =
      new LabNote.Stimulus("hold \"now\"", Map.of("leg", "аудио", "b", "2"));

  private CaptureTrafficForTests() {}
}
