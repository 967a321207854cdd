package parley.core.media.video;

import parley.core.wire.Octets;

/**
 * One received RTP packet of a video stream.
 *
 * @param sequence RTP sequence number, 16 bits
 * @param timestamp RTP timestamp, 32 bits
 * @param payload without header extension and padding
 * @param packet number in the capture
 */
public record RtpInput(int sequence, long timestamp, boolean marker, Octets payload, long packet) {}
