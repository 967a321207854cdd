package parley.h323.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaProtection;
import parley.core.media.protection.PacketProtection;
import parley.core.media.protection.Refusing;
import parley.core.media.protection.Transformed;
import parley.core.media.rtp.RtpPacket;
import parley.core.wire.Octets;

/**
 * H.235.6 on one stream. RTCP stays in clear. Every key comes with the payload type that shows its
 * use (the synchFlag of H.245), so a packet under an earlier key is still read with that.
 */
final class H235Protection implements PacketProtection {
  /** Keys are renewed after hours, not packets: so many can be under way. */
  private static final int MOST_KEYS = 4;

  private final Map<Integer, PayloadCipher> earlier = new LinkedHashMap<>();
  private PayloadCipher newest;
  private Optional<Refusing> unfit = Optional.empty();

  private H235Protection(PayloadCipher first) {
    this.newest = first;
  }

  static PacketProtection open(MediaProtection protection) {
    Optional<PayloadCipher> cipher = cipher(protection);
    if (cipher.isEmpty()) {
      return refusing(protection);
    }
    H235Protection opened = new H235Protection(cipher.get());
    opened.remember(protection, cipher.get());
    return opened;
  }

  private static Refusing refusing(MediaProtection protection) {
    return new Refusing(
        "a key of " + protection.key().length() + " octets for " + protection.algorithm());
  }

  private static Optional<PayloadCipher> cipher(MediaProtection protection) {
    return MediaCipher.named(protection.algorithm())
        .filter(cipher -> protection.key().length() == cipher.keyOctets())
        .map(
            cipher ->
                new PayloadCipher(
                    cipher,
                    protection.key(),
                    protection.parameter(H235Scheme.STEALING).isPresent()));
  }

  @Override
  public void rekey(MediaProtection next) {
    Optional<PayloadCipher> cipher = cipher(next);
    unfit = cipher.isPresent() ? Optional.empty() : Optional.of(refusing(next));
    cipher.ifPresent(
        now -> {
          newest = now;
          remember(next, now);
        });
  }

  private void remember(MediaProtection protection, PayloadCipher cipher) {
    H235Scheme.payloadType(protection)
        .ifPresent(
            type -> {
              earlier.remove(type);
              earlier.put(type, cipher);
              if (earlier.size() > MOST_KEYS) {
                earlier.remove(earlier.keySet().iterator().next());
              }
            });
  }

  @Override
  public Transformed protect(Octets rtp) {
    return unfit.isPresent() ? unfit.get().protect(rtp) : newest.protect(rtp);
  }

  @Override
  public Transformed unprotect(Octets rtp) {
    return unfit.isPresent() ? unfit.get().unprotect(rtp) : keyOf(rtp).unprotect(rtp);
  }

  /** Events and keep-alives may have payload types of their own: the newest key is theirs. */
  private PayloadCipher keyOf(Octets rtp) {
    return RtpPacket.decode(rtp)
        .packetIfAny()
        .map(packet -> earlier.getOrDefault(packet.payloadType(), newest))
        .orElse(newest);
  }
}
