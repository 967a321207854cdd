package parley.h323.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaProtection;
import parley.core.media.protection.PacketProtection;
import parley.core.media.protection.ProtectionScheme;
import parley.core.wire.Octets;

/** H.235.6 as core finds it. */
public final class H235Scheme implements ProtectionScheme {
  /** The payload type that shows the use of a key: the synchFlag of H.245. */
  static final String PAYLOAD_TYPE = "payload-type";

  /** Present where what we send shall be ciphertext stealing instead of padding. */
  static final String STEALING = "ciphertext-stealing";

  @Override
  public boolean knows(String algorithm) {
    return MediaCipher.named(algorithm).isPresent();
  }

  @Override
  public PacketProtection open(MediaProtection protection) {
    return H235Protection.open(protection);
  }

  static MediaProtection protection(
      MediaCipher cipher, Octets key, int payloadType, boolean stealing) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(PAYLOAD_TYPE, Integer.toString(payloadType));
    if (stealing) {
      parameters.put(STEALING, "");
    }
    return new MediaProtection(cipher.protectionName(), key, parameters);
  }

  static Optional<Integer> payloadType(MediaProtection protection) {
    return protection
        .parameter(PAYLOAD_TYPE)
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf);
  }
}
