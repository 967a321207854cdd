import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Writes a capture (pcapng, Ethernet, IPv4) of two long video calls, with their SIP, over a line
 * that loses, reorders and repeats packets. The same seed gives the same file, octet by octet. It
 * prints what of each stream was written: packets, how many of the numbers from its first to its
 * highest never came, how many came twice, and how many after a higher one.
 *
 * <p>Each call has audio and video both ways: G.711, G.722 and Opus every 20 ms, H.264 at 30
 * pictures a second. Losses come in bursts (Gilbert and Elliott).
 *
 * <pre>java bench/TrafficGenerator.java FILE PACKETS [SEED [EXTRA]]</pre>
 *
 * EXTRA octets are added to each video packet, to make a larger file of as many packets.
 */
final class TrafficGenerator {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_760_000_000L * SECOND;

  private record Arrival(long nanos, long order, Sender sender, int number, byte[] frame)
      implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      return nanos != other.nanos
          ? Long.compare(nanos, other.nanos)
          : Long.compare(order, other.order);
    }
  }

  /** One stream; what it does depends on its own random numbers only. */
  private static final class Sender {
    final int from;
    final int to;
    final int payloadType;
    final int clock;
    final boolean video;
    final int extra;
    final int ssrc;
    final SplittableRandom random;
    int sequence;
    int timestamp;
    long next;
    long picture;
    int leftInPicture;
    boolean bad;
    int number;
    final BitSet written = new BitSet();
    long repeated;
    long late;

    Sender(int from, int to, int payloadType, int clock, boolean video, int extra, long seed) {
      this.from = from;
      this.to = to;
      this.payloadType = payloadType;
      this.clock = clock;
      this.video = video;
      this.extra = extra;
      random = new SplittableRandom(seed);
      ssrc = random.nextInt();
      sequence = random.nextInt(0x10000);
      timestamp = random.nextInt();
      next = START + SECOND + random.nextInt(20_000_000);
      picture = next;
    }

    /** Sends the next packet; gives it once, not at all or twice to the line. */
    void send(List<Arrival> line, long order) {
      boolean marker = false;
      int payload;
      if (video) {
        if (leftInPicture == 0) {
          leftInPicture = 1 + random.nextInt(4);
        }
        leftInPicture--;
        marker = leftInPicture == 0;
        payload = (marker ? 200 + random.nextInt(900) : 1_150) + extra;
      } else {
        payload = payloadType == 111 ? 60 + random.nextInt(60) : 160;
      }
      bad = bad ? random.nextInt(100) >= 30 : random.nextInt(1_000) < 3;
      boolean lost = random.nextInt(100) < (bad ? 50 : 0) || random.nextInt(2_000) == 0;
      if (!lost) {
        long jitter = (long) (Math.abs(random.nextGaussian()) * (video ? 80_000 : 1_500_000));
        long late = random.nextInt(500) == 0 ? 25_000_000L + random.nextInt(40_000_000) : 0;
        byte[] frame = frame(this, marker, payload);
        long arrival = (next + 10_000_000 + jitter + late) / 1_000 * 1_000;
        line.add(new Arrival(arrival, order, this, number, frame));
        if (random.nextInt(1_000) == 0) {
          long again = arrival + 1_000 * random.nextInt(3_000);
          line.add(new Arrival(again, order, this, number, frame));
        }
      }
      sequence++;
      number++;
      if (!video) {
        timestamp += clock / 50;
        next += 20_000_000;
      } else if (marker) {
        timestamp += clock / 30;
        picture += SECOND / 30;
        next = picture;
      } else {
        next += 200_000;
      }
    }
  }

  /** What a receiver can know of it at the end. */
  private static String truth(Sender sender) {
    BitSet written = sender.written;
    int expected = written.length() - written.nextSetBit(0);
    return String.format(
        "0x%08X packets %d expected %d missing %d repeated %d late %d",
        sender.ssrc,
        written.cardinality() + sender.repeated,
        expected,
        expected - written.cardinality(),
        sender.repeated,
        sender.late);
  }

  private static byte[] frame(Sender sender, boolean marker, int payload) {
    ByteBuffer rtp = ByteBuffer.allocate(12 + payload);
    rtp.put((byte) 0x80).put((byte) ((marker ? 0x80 : 0) | sender.payloadType));
    rtp.putShort((short) sender.sequence).putInt(sender.timestamp).putInt(sender.ssrc);
    byte[] content = rtp.array();
    for (int i = 12; i < content.length; i++) {
      content[i] = (byte) (i * 31 + sender.sequence);
    }
    return udp(sender.from, sender.to, content);
  }

  /** Hosts are 192.0.2.1 for even ports and 192.0.2.2 for odd tens of thousands. */
  private static byte[] udp(int from, int to, byte[] content) {
    ByteBuffer frame = ByteBuffer.allocate(42 + content.length);
    frame.put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0});
    frame.put((byte) 0x45).put((byte) 0).putShort((short) (28 + content.length));
    frame.putShort((short) 0).putShort((short) 0x4000).put((byte) 64).put((byte) 17);
    frame.putShort((short) 0).putInt(host(from)).putInt(host(to));
    frame.putShort((short) from).putShort((short) to);
    frame.putShort((short) (8 + content.length)).putShort((short) 0).put(content);
    return frame.array();
  }

  private static int host(int port) {
    return port == 5060 || port >= 20_000 ? 0xC000_0202 : 0xC000_0201;
  }

  private static byte[] sip(boolean request, int call) {
    int base = request ? 10_000 : 20_000;
    String host = request ? "192.0.2.1" : "192.0.2.2";
    int audio = call == 0 ? 0 : 111;
    String sdp =
        "v=0\r\no=- 1 1 IN IP4 "
            + host
            + "\r\ns=-\r\nc=IN IP4 "
            + host
            + "\r\nt=0 0\r\n"
            + "m=audio "
            + (base + 10 * call)
            + " RTP/AVP "
            + audio
            + " 9\r\n"
            + (audio == 111 ? "a=rtpmap:111 opus/48000/2\r\n" : "")
            + "m=video "
            + (base + 10 * call + 2)
            + " RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n";
    String text =
        (request ? "INVITE sip:room@192.0.2.2 SIP/2.0\r\n" : "SIP/2.0 200 OK\r\n")
            + "Via: SIP/2.0/UDP 192.0.2.1:15060;branch=z9hG4bKx"
            + call
            + "\r\n"
            + "From: <sip:lab@192.0.2.1>;tag=a"
            + call
            + "\r\n"
            + "To: <sip:room@192.0.2.2>"
            + (request ? "" : ";tag=b" + call)
            + "\r\n"
            + "Call-ID: call-"
            + call
            + "\r\nCSeq: 1 INVITE\r\n"
            + "Contact: <sip:x@"
            + host
            + ">\r\nContent-Type: application/sdp\r\n"
            + "Content-Length: "
            + sdp.length()
            + "\r\n\r\n"
            + sdp;
    byte[] content = text.getBytes(StandardCharsets.US_ASCII);
    return request ? udp(15_060, 5_060, content) : udp(5_060, 15_060, content);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: java TrafficGenerator.java FILE PACKETS [SEED [EXTRA]]");
      System.exit(2);
    }
    long packets = Long.parseLong(arguments[1]);
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    int extra = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Sender> senders = new ArrayList<>();
    int[] audio = {0, 9, 111, 111};
    for (int i = 0; i < 4; i++) {
      int near = 10_000 + 10 * (i / 2);
      int far = 20_000 + 10 * (i / 2);
      int from = i % 2 == 0 ? near : far;
      int to = i % 2 == 0 ? far : near;
      int clock = audio[i] == 111 ? 48_000 : 8_000;
      senders.add(new Sender(from, to, audio[i], clock, false, 0, seeds.nextLong()));
      senders.add(new Sender(from + 2, to + 2, 96, 90_000, true, extra, seeds.nextLong()));
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
      head(out);
      long written = 0;
      for (int call = 0; call < 2; call++) {
        write(out, START + call * 100_000_000L, sip(true, call));
        write(out, START + call * 100_000_000L + 50_000_000L, sip(false, call));
        written += 2;
      }
      written = media(out, senders, packets, written);
      System.out.println(written + " packets");
      senders.forEach(sender -> System.out.println(truth(sender)));
    }
  }

  private static long media(OutputStream out, List<Sender> senders, long packets, long before)
      throws IOException {
    PriorityQueue<Arrival> line = new PriorityQueue<>();
    List<Arrival> sent = new ArrayList<>();
    long written = before;
    for (long order = 0; written < packets; order++) {
      Sender sender = senders.get(0);
      for (Sender each : senders) {
        if (each.next < sender.next) {
          sender = each;
        }
      }
      sender.send(sent, order);
      line.addAll(sent);
      sent.clear();
      // What is sent later cannot arrive before this.
      for (Arrival first = line.peek();
          first != null && first.nanos < sender.next && written < packets;
          first = line.peek()) {
        line.poll();
        write(out, first.nanos, first.frame);
        BitSet there = first.sender.written;
        if (there.get(first.number)) {
          first.sender.repeated++;
        } else if (first.number < there.length()) {
          first.sender.late++;
        }
        there.set(first.number);
        written++;
      }
    }
    return written;
  }

  private static void head(OutputStream out) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x0A0D0D0A).putInt(28).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0);
    head.putLong(-1).putInt(28);
    head.putInt(1).putInt(20).putShort((short) 1).putShort((short) 0).putInt(0).putInt(20);
    out.write(head.array());
  }

  private static void write(OutputStream out, long nanos, byte[] frame) throws IOException {
    int padded = (frame.length + 3) / 4 * 4;
    ByteBuffer block = ByteBuffer.allocate(32 + padded).order(ByteOrder.LITTLE_ENDIAN);
    long micros = nanos / 1_000;
    block
        .putInt(6)
        .putInt(32 + padded)
        .putInt(0)
        .putInt((int) (micros >>> 32))
        .putInt((int) micros);
    block.putInt(frame.length).putInt(frame.length).put(frame);
    block.putInt(28 + padded, 32 + padded);
    out.write(block.array());
  }

  private TrafficGenerator() {}
}
