package parley.h323.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.call.Refusal;
import parley.h323.control.ControlBehaviour;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.SetupUUIE;

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
    RELEASES_BY_CLOSING,
    /** It gives neither a cause nor a reason when it ends or refuses a call. */
    RELEASES_WITHOUT_REASON,
    /** It gives another conference identifier than it was called with. */
    WRONG_CONFERENCE,
    /** It answers under another call reference than it was called with. */
    WRONG_CALL_REFERENCE,
    /** It leaves the call reference flag as the caller sends it. */
    UNFLAGGED_CALL_REFERENCE,
    /** It takes back in its Alerting that it tunnels, and says in its Connect that it does. */
    WAVERS_ON_TUNNELLING,
    /** It tunnels H.245 even where the caller does not. */
    TUNNELS_UNASKED,
    /** It gives each channel of its answer to fast start twice. */
    DOUBLES_FAST_START,
    /** It closes the connection when a Setup does not say where it was sent. */
    NEEDS_DESTINATION_ADDRESS,
    /** It closes the connection when a Setup has a field of a later version. */
    CHOKES_ON_LATER_VERSION,
    /** It closes the connection when a Setup names an address for H.245. */
    CHOKES_ON_EARLY_CONTROL,
    /** It closes the connection when the caller's name is more than ASCII. */
    CHOKES_ON_UNICODE,
    /** It ends the call when a TPKT without content comes on the H.245 connection. */
    DROPS_ON_EMPTY_CONTROL_TPKT,
    /** It says of every call that it does not exist. */
    WRONG_CALL_STATE,
    /** It ends the call when a Notify comes. */
    DROPS_ON_NOTIFY,
    /** It answers a Notify with one Status after another. */
    FLOODS_ON_NOTIFY
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

  /** Is this a Setup it does not survive? */
  boolean chokesOn(SetupUUIE setup) {
    boolean later =
        setup.additions().declared().isPresent() && !setup.additions().unknown().isEmpty();
    boolean foreign =
        setup.sourceAddress().orElse(List.of()).stream()
            .anyMatch(
                alias ->
                    alias instanceof AliasAddress.H323ID(String name)
                        && name.chars().anyMatch(each -> each > 0x7f));
    return (has(Fault.NEEDS_DESTINATION_ADDRESS) && setup.destCallSignalAddress().isEmpty())
        || (has(Fault.CHOKES_ON_LATER_VERSION) && later)
        || (has(Fault.CHOKES_ON_EARLY_CONTROL) && setup.h245Address().isPresent())
        || (has(Fault.CHOKES_ON_UNICODE) && foreign);
  }
}
