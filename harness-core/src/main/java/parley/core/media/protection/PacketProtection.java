package parley.core.media.protection;

import parley.core.call.MediaProtection;
import parley.core.wire.Octets;

/**
 * The transform of all packets that go one way on one line, whatever sources they name. It may keep
 * state between packets (a rollover counter for each source), so packets are given to it in the
 * order they passed the socket; the same packets in the same order give the same results. Pure: no
 * clock, no I/O, no randomness. Never throws on what came from the wire. Not thread-safe.
 */
public interface PacketProtection {
  /** Protects an RTP packet that is about to be sent. */
  Transformed protect(Octets rtp);

  /** Takes the protection off an RTP packet as it was on the wire. */
  Transformed unprotect(Octets rtp);

  /** The same for a compound RTCP packet. A transform of media alone leaves it as it is. */
  default Transformed protectControl(Octets rtcp) {
    return new Transformed.Packet(rtcp);
  }

  /** The same for a compound RTCP packet as it was on the wire. */
  default Transformed unprotectControl(Octets rtcp) {
    return new Transformed.Packet(rtcp);
  }

  /**
   * Sends with this key from now on. Packets under earlier keys that are still under way can be
   * read as far as the transform lets them be told apart (payload type, MKI).
   *
   * @param next of the same scheme
   */
  void rekey(MediaProtection next);
}
