package parley.lab.peers;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * How an {@link AsteriskH323} is set up. Start from {@link #usual()} and change what the test is
 * about.
 *
 * @param address where it listens, signals from and sends media from; at port 1720
 * @param fastStart whether its SETUP carries fastStart and it takes that of others
 * @param tunnelling whether H.245 goes inside H.225.0; if not, over a connection of its own
 * @param digits how it sends digits
 * @param codecs Asterisk's names in its order of preference: {@code ulaw}, {@code alaw} and {@code
 *     gsm} work; {@code g722} is silently left out
 * @param h323Id its alias, and the name it gives itself as a caller
 * @param e164 its number, which it registers where there is a gatekeeper
 * @param gatekeeper where it registers, if anywhere
 * @param neighbours whom it takes calls from and can call. Without a gatekeeper it refuses
 *     everybody else and can call nobody else
 */
record AsteriskH323Settings(
    InetAddress address,
    boolean fastStart,
    boolean tunnelling,
    Digits digits,
    List<String> codecs,
    String h323Id,
    String e164,
    Optional<InetAddress> gatekeeper,
    List<InetSocketAddress> neighbours) {

  /** Port of H.225.0 call signalling. */
  static final int PORT = 1720;

  /**
   * How digits are sent. Those by signalling are a wish: it sends alphanumeric ones to whom has
   * said that it can receive them, as another Asterisk does.
   */
  enum Digits {
    /** H.245 userInputIndication, alphanumeric. */
    ALPHANUMERIC("h245alphanumeric"),
    /** H.245 userInputIndication, signal. */
    SIGNAL("h245signal"),
    /** Q.931 INFORMATION with a keypad facility. */
    KEYPAD("q931keypad"),
    /** RTP events, RFC 4733; but it sends them with payload type 0, so nobody understands them. */
    RTP_EVENTS("rfc2833"),
    /** Tones in the sound. */
    INBAND("inband");

    private final String word;

    Digits(String word) {
      this.word = word;
    }
  }

  AsteriskH323Settings {
    codecs = List.copyOf(codecs);
    neighbours = List.copyOf(neighbours);
  }

  /**
   * At a loopback address that is probably nobody else's: fast start, tunnelling, G.711, digits by
   * H.245, no gatekeeper. It knows 127.0.0.1 and whom {@link #knowing} names.
   */
  static AsteriskH323Settings usual() {
    return new AsteriskH323Settings(
        someLoopback(),
        true,
        true,
        Digits.ALPHANUMERIC,
        List.of("ulaw", "alaw"),
        "asterisk",
        "4711",
        Optional.empty(),
        List.of(new InetSocketAddress(loopback(0, 0, 1), PORT)));
  }

  /** At 127.0.0.{@code last}, for a test that must know the address beforehand. */
  AsteriskH323Settings at(int last) {
    return new AsteriskH323Settings(
        loopback(0, 0, last),
        fastStart,
        tunnelling,
        digits,
        codecs,
        h323Id,
        e164,
        gatekeeper,
        neighbours);
  }

  /** The same at another address that is probably nobody else's. */
  AsteriskH323Settings elsewhere() {
    return new AsteriskH323Settings(
        someLoopback(),
        fastStart,
        tunnelling,
        digits,
        codecs,
        h323Id,
        e164,
        gatekeeper,
        neighbours);
  }

  AsteriskH323Settings withFastStart(boolean on) {
    return new AsteriskH323Settings(
        address, on, tunnelling, digits, codecs, h323Id, e164, gatekeeper, neighbours);
  }

  AsteriskH323Settings withTunnelling(boolean on) {
    return new AsteriskH323Settings(
        address, fastStart, on, digits, codecs, h323Id, e164, gatekeeper, neighbours);
  }

  AsteriskH323Settings withDigits(Digits way) {
    return new AsteriskH323Settings(
        address, fastStart, tunnelling, way, codecs, h323Id, e164, gatekeeper, neighbours);
  }

  AsteriskH323Settings withCodecs(List<String> names) {
    return new AsteriskH323Settings(
        address, fastStart, tunnelling, digits, names, h323Id, e164, gatekeeper, neighbours);
  }

  AsteriskH323Settings called(String newH323Id, String newE164) {
    return new AsteriskH323Settings(
        address, fastStart, tunnelling, digits, codecs, newH323Id, newE164, gatekeeper, neighbours);
  }

  AsteriskH323Settings withGatekeeper(InetAddress registrar) {
    return new AsteriskH323Settings(
        address,
        fastStart,
        tunnelling,
        digits,
        codecs,
        h323Id,
        e164,
        Optional.of(registrar),
        neighbours);
  }

  /** Takes calls from their addresses, and calls them at their ports. */
  AsteriskH323Settings knowing(InetSocketAddress... others) {
    return new AsteriskH323Settings(
        address, fastStart, tunnelling, digits, codecs, h323Id, e164, gatekeeper, List.of(others));
  }

  /** Where it takes calls. */
  InetSocketAddress signalling() {
    return new InetSocketAddress(address, PORT);
  }

  /** What its dial plan calls a neighbour: it is found by this name only, not by its address. */
  static String nameOf(InetSocketAddress neighbour) {
    return neighbour.getAddress().getHostAddress() + ":" + neighbour.getPort();
  }

  /** Its {@code ooh323.conf}. The trace at this level has each message as Asterisk decoded it. */
  String channelDriver(String trace) {
    return """
    [general]
    bindaddr=%s
    port=%d
    faststart=%s
    h245tunneling=%s
    h323id=%s
    e164=%s
    callerid=%s
    gatekeeper=%s
    context=dialled
    disallow=all
    allow=%s
    dtmfmode=%s
    logfile=%s
    tracelevel=6
    """
            .formatted(
                address.getHostAddress(),
                PORT,
                fastStart ? "yes" : "no",
                tunnelling ? "yes" : "no",
                h323Id,
                e164,
                h323Id,
                gatekeeper.map(InetAddress::getHostAddress).orElse("DISABLE"),
                String.join(",", codecs),
                digits.word,
                trace)
        + neighbours.stream()
            .map(AsteriskH323Settings::neighbour)
            .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String neighbour(InetSocketAddress neighbour) {
    return """
    [%s]
    type=friend
    context=dialled
    ip=%s
    port=%d
    """
        .formatted(nameOf(neighbour), neighbour.getAddress().getHostAddress(), neighbour.getPort());
  }

  /** All of 127.0.0.0/8 is this machine: runs beside each other need not agree on ports. */
  private static InetAddress someLoopback() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return loopback(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
  }

  private static InetAddress loopback(int second, int third, int last) {
    try {
      return Inet4Address.getByAddress(new byte[] {127, (byte) second, (byte) third, (byte) last});
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}
