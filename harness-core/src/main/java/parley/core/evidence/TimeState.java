package parley.core.evidence;

import java.math.BigInteger;
import java.time.Instant;

/** Whether somebody else vouches for the time. */
public sealed interface TimeState {
  /** The signature, which would carry it, cannot be read. */
  record NotRead() implements TimeState {}

  /** No time stamp, and none was ever announced. */
  record Untimestamped() implements TimeState {}

  /**
   * The signature existed at {@code time}, says {@code authority}.
   *
   * @param policy object identifier of the authority's rules
   */
  record Stamped(Instant time, Signatory authority, BigInteger serial, String policy)
      implements TimeState {}

  record Invalid(String why) implements TimeState {}
}
