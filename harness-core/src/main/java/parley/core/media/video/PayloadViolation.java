package parley.core.media.video;

/**
 * A payload that breaks RFC 6184.
 *
 * @param packet number in the capture
 * @param what the rule that is broken, with its section
 */
public record PayloadViolation(long packet, String what) {}
