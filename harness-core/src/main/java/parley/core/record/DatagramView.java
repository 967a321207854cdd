package parley.core.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.Arrays;
import parley.core.wire.Octets;

/**
 * A UDP datagram where it lies in the file's window, for those who look at millions of them: what
 * {@link Packet.Datagram} says, without making one. It shows another datagram as soon as the call
 * that gave it returns.
 *
 * <p>Addresses are two numbers of 64 bits; one of IPv4 is the IPv6 address it is mapped to (RFC
 * 4291 section 2.5.5.2), so that equal numbers mean equal addresses.
 */
public final class DatagramView {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long MAPPED = 0xffff_0000_0000L;

  private long number;
  private long timeNanos;
  private byte[] octets = new byte[0];
  private int at;
  private int length;
  private int captured;
  private int networkOctets;
  private long sourceHigh;
  private long sourceLow;
  private long destinationHigh;
  private long destinationLow;
  private int ports;

  DatagramView() {}

  public long number() {
    return number;
  }

  /** Nanoseconds since 1970-01-01T00:00Z. */
  public long timeNanos() {
    return timeNanos;
  }

  /** The array the payload lies in; not to be changed. */
  public byte[] octets() {
    return octets;
  }

  /** Where in it the payload begins. */
  public int at() {
    return at;
  }

  /** Octets of payload as it was sent. */
  public int length() {
    return length;
  }

  /** Octets of payload that are in the capture; fewer where it keeps only the beginning. */
  public int captured() {
    return captured;
  }

  /** Octets on the network, from the IP header on; of fragments put together, as of one packet. */
  public int networkOctets() {
    return networkOctets;
  }

  public long sourceHigh() {
    return sourceHigh;
  }

  public long sourceLow() {
    return sourceLow;
  }

  public long destinationHigh() {
    return destinationHigh;
  }

  public long destinationLow() {
    return destinationLow;
  }

  /** Source port in the upper 16 bits, destination port in the lower. */
  public int ports() {
    return ports;
  }

  /** What there is of the payload, to keep. */
  public Octets payload() {
    return Octets.of(Arrays.copyOfRange(octets, at, at + captured));
  }

  public InetSocketAddress source() {
    return address(sourceHigh, sourceLow, ports >>> 16);
  }

  public InetSocketAddress destination() {
    return address(destinationHigh, destinationLow, ports & 0xffff);
  }

  /** The address that two numbers of this class stand for. */
  public static InetSocketAddress address(long high, long low, int port) {
    byte[] sixteen = new byte[16];
    LONGS.set(sixteen, 0, high);
    LONGS.set(sixteen, 8, low);
    InetAddress host = ExportedPdu.address(Octets.of(sixteen)).orElseThrow();
    return new InetSocketAddress(host, port);
  }

  void frame(FrameSource source) {
    number = source.number;
    timeNanos = source.timeNanos;
    octets = source.in.octets();
  }

  /** Addresses of IPv4 at this place. */
  void four(int where) {
    long both = (long) LONGS.get(octets, where);
    sourceHigh = 0;
    sourceLow = MAPPED | (both >>> 32);
    destinationHigh = 0;
    destinationLow = MAPPED | (both & 0xffff_ffffL);
  }

  /** Addresses of IPv6 at this place. */
  void six(int where) {
    sourceHigh = (long) LONGS.get(octets, where);
    sourceLow = (long) LONGS.get(octets, where + 8);
    destinationHigh = (long) LONGS.get(octets, where + 16);
    destinationLow = (long) LONGS.get(octets, where + 24);
  }

  void payload(int bothPorts, int from, int sent, int kept) {
    ports = bothPorts;
    at = from;
    length = sent;
    captured = kept;
  }

  void network(int count) {
    networkOctets = count;
  }

  /** Shows a datagram that was read another way. */
  void show(Packet.Datagram datagram) {
    number = datagram.number();
    timeNanos = datagram.timeNanos();
    byte[] from = DatagramHeaders.sixteen(datagram.source());
    byte[] to = DatagramHeaders.sixteen(datagram.destination());
    octets = Arrays.copyOf(from, 32);
    System.arraycopy(to, 0, octets, 16, 16);
    six(0);
    octets = datagram.payload().toArray();
    boolean four =
        DatagramHeaders.four(datagram.source()).isPresent()
            && DatagramHeaders.four(datagram.destination()).isPresent();
    payload(
        datagram.source().getPort() << 16 | datagram.destination().getPort(),
        0,
        octets.length,
        octets.length);
    network(octets.length + 8 + (four ? 20 : 40));
  }
}
