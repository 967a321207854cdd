package parley.h323.agent;

import java.util.Optional;
import java.util.Set;
import parley.core.call.Refusal;
import parley.h323.control.ControlBehaviour;

/**
 * What an H.323 side of ours does wrong, or otherwise than most, in call signalling; {@code
 * control} says the same of H.245. For simulated devices only.
 */
public record H323Behaviour(
    Set<Fault> faults, Optional<Refusal> refuses, ControlBehaviour control) {
  /** One deviation of call signalling. */
  public enum Fault {
    /** It never says that it is ringing. */
    NEVER_RINGS,
    /** It answers nothing to a Setup. */
    IGNORES_SETUP,
    /** It says nothing when the other side ends the call, and leaves the connection open. */
    IGNORES_RELEASE,
    /** It goes on ringing when the caller has given up. */
    KEEPS_RINGING,
    /** It does not tunnel H.245 even where it is asked to. */
    NEVER_TUNNELS,
    /** It does not take fast start. */
    REFUSES_FAST_START,
    /** It gives no address for H.245 and does not tunnel either. */
    NO_CONTROL_ADDRESS,
    /** It answers a message it does not know by ending the call. */
    DROPS_ON_UNKNOWN_MESSAGE,
    /** It ends the call when a TPKT without content comes. */
    DROPS_ON_EMPTY_TPKT,
    /** Its Status answers to an inquiry is missing. */
    IGNORES_STATUS_INQUIRY,
    /** It gives another call identifier than it was called with. */
    WRONG_CALL_IDENTIFIER,
    /** It releases a call without a Release Complete: the connection just closes. */
    RELEASES_BY_CLOSING
  }

  public static final H323Behaviour CORRECT =
      new H323Behaviour(Set.of(), Optional.empty(), ControlBehaviour.correct());

  public H323Behaviour {
    faults = Set.copyOf(faults);
  }

  public static H323Behaviour of(Fault... faults) {
    return new H323Behaviour(Set.of(faults), Optional.empty(), ControlBehaviour.correct());
  }

  public static H323Behaviour of(ControlBehaviour control) {
    return new H323Behaviour(Set.of(), Optional.empty(), control);
  }

  public static H323Behaviour refusing(Refusal reason) {
    return new H323Behaviour(Set.of(), Optional.of(reason), ControlBehaviour.correct());
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }
}
