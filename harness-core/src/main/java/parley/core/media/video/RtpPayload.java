package parley.core.media.video;

import parley.core.wire.Octets;

/**
 * The payload of one RTP packet to be sent.
 *
 * @param timestamp RTP timestamp, 32 bits
 * @param marker set on the last packet of an access unit
 */
public record RtpPayload(Octets octets, long timestamp, boolean marker) {}
