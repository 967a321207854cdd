package parley.core.media.protection;

import parley.core.call.MediaProtection;
import parley.core.wire.Octets;

/**
 * The simplest transform there is: every octet but those of the header is combined with a key of
 * one, and RTCP too. It keeps the number of packets it protected, as others keep a rollover
 * counter.
 */
public final class ExclusiveOr implements ProtectionScheme {
  public static final String NAME = "TEST/XOR";

  @Override
  public boolean knows(String algorithm) {
    return algorithm.equals(NAME);
  }

  @Override
  public PacketProtection open(MediaProtection protection) {
    return protection.key().length() == 1 ? new Transform(protection) : new Refusing("unfit key");
  }

  static final class Transform implements PacketProtection {
    private int key;
    int packets;

    private Transform(MediaProtection protection) {
      this.key = protection.key().u8(0);
    }

    @Override
    public Transformed protect(Octets rtp) {
      packets++;
      return combine(rtp, 12);
    }

    @Override
    public Transformed unprotect(Octets rtp) {
      return combine(rtp, 12);
    }

    @Override
    public Transformed protectControl(Octets rtcp) {
      return combine(rtcp, 8);
    }

    @Override
    public Transformed unprotectControl(Octets rtcp) {
      return combine(rtcp, 8);
    }

    @Override
    public void rekey(MediaProtection next) {
      key = next.key().u8(0);
    }

    private Transformed combine(Octets packet, int header) {
      if (packet.length() < header) {
        return new Transformed.Refused(packet, "too short");
      }
      byte[] out = packet.toArray();
      for (int i = header; i < out.length; i++) {
        out[i] ^= (byte) key;
      }
      return new Transformed.Packet(Octets.of(out));
    }
  }
}
