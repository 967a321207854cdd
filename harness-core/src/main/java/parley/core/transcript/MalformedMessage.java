package parley.core.transcript;

import parley.core.record.Heading;

/** A signalling message that could not be read: evidence, with the packet that holds it. */
public record MalformedMessage(long packet, Heading heading, String problem) {}
