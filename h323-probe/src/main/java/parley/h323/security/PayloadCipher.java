package parley.h323.security;

import java.util.Arrays;
import parley.core.media.protection.Transformed;
import parley.core.media.rtp.RtpPacket;
import parley.core.wire.Octets;

/**
 * Encrypts the payload of an RTP packet and leaves its header in clear (H.235.6): each packet
 * starts the chain anew with sequence number and timestamp as its vector, so a lost packet spoils
 * no other.
 *
 * @param stealing ciphertext stealing for what is no whole number of blocks, where it is longer
 *     than one; else padding, which every maker can read
 */
record PayloadCipher(MediaCipher cipher, Octets key, boolean stealing) {
  private static final int PADDING_BIT = 0x20;
  private static final int SEQUENCE = 2;
  private static final int SEQUENCE_AND_TIMESTAMP = 6;

  Transformed protect(Octets rtp) {
    return RtpPacket.decode(rtp)
        .packetIfAny()
        .map(packet -> encrypt(rtp, packet))
        .orElseGet(() -> new Transformed.Refused(rtp, "no RTP packet"));
  }

  private Transformed encrypt(Octets rtp, RtpPacket packet) {
    Octets payload = packet.payload();
    if (payload.isEmpty()) {
      return new Transformed.Packet(rtp);
    }
    int odd = payload.length() % cipher.blockOctets();
    boolean padded = odd != 0 && !(stealing && payload.length() > cipher.blockOctets());
    byte[] clear =
        Arrays.copyOf(
            payload.toArray(), payload.length() + (padded ? cipher.blockOctets() - odd : 0));
    if (padded) {
      // Only the last octet need count them (RFC 3550 §5.1); some receivers look at all.
      Arrays.fill(clear, payload.length(), clear.length, (byte) (clear.length - payload.length()));
    }
    Octets encrypted = cipher.encrypt(key, vector(rtp), Octets.of(clear));
    return new Transformed.Packet(join(rtp, headerOctets(rtp, packet), encrypted, padded));
  }

  Transformed unprotect(Octets rtp) {
    return RtpPacket.decode(rtp)
        .packetIfAny()
        .map(packet -> decrypt(rtp, packet))
        // A datagram of one octet or none keeps a way through a firewall open, and is no media.
        .orElseGet(() -> new Transformed.Packet(rtp));
  }

  private Transformed decrypt(Octets rtp, RtpPacket packet) {
    int header = headerOctets(rtp, packet);
    Octets encrypted = rtp.from(header);
    boolean padded = (rtp.u8(0) & PADDING_BIT) != 0;
    if (encrypted.isEmpty()) {
      return padded
          ? new Transformed.Refused(rtp, "padding of an empty payload")
          : new Transformed.Packet(rtp);
    }
    if (!cipher.takes(encrypted.length())) {
      return new Transformed.Refused(
          rtp, "a payload of " + encrypted.length() + " octets is less than a block");
    }
    if (padded && encrypted.length() % cipher.blockOctets() != 0) {
      return new Transformed.Refused(
          rtp, "padded, and yet " + encrypted.length() + " octets are no whole number of blocks");
    }
    Octets clear = cipher.decrypt(key, vector(rtp), encrypted);
    int padding = padded ? clear.u8(clear.length() - 1) : 0;
    if (padded && (padding == 0 || padding > clear.length())) {
      return new Transformed.Refused(
          rtp, "padding of " + padding + " octets where " + clear.length() + " are left");
    }
    // What the other padding octets hold is not looked at: some makers leave there what was.
    return new Transformed.Packet(
        join(rtp, header, clear.slice(0, clear.length() - padding), false));
  }

  /** Sequence number and timestamp, over and over until the block is full. */
  private Octets vector(Octets rtp) {
    byte[] vector = new byte[cipher.blockOctets()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (byte) rtp.u8(SEQUENCE + i % SEQUENCE_AND_TIMESTAMP);
    }
    return Octets.of(vector);
  }

  private static int headerOctets(Octets rtp, RtpPacket packet) {
    return rtp.length() - packet.payload().length() - packet.padding().length();
  }

  private static Octets join(Octets rtp, int header, Octets payload, boolean padded) {
    byte[] out = new byte[header + payload.length()];
    rtp.slice(0, header).copyTo(out, 0);
    payload.copyTo(out, header);
    out[0] = (byte) (padded ? out[0] | PADDING_BIT : out[0] & ~PADDING_BIT);
    return Octets.of(out);
  }

  @Override
  public String toString() {
    return cipher.protectionName();
  }
}
