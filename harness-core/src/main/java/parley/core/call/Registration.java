package parley.core.call;

import java.time.Duration;

/**
 * A registration that was accepted.
 *
 * @param who the address of record or alias
 * @param contact where it wants to be reached, as a target
 * @param expiry for how long
 */
public record Registration(String who, Target contact, Duration expiry) {}
