package parley.core.plan;

/**
 * What the harness plays towards the candidate.
 *
 * @param profile name of a shipped MCU profile or of a file
 */
public record Peer(String profile) {}
