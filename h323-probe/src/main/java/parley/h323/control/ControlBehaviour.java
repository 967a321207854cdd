package parley.h323.control;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a control session keeps or breaks the rules. {@link #correct()} keeps them; a simulated
 * device is made of one that breaks some. Every deliberate fault of H.245 stands here.
 */
public record ControlBehaviour(Set<Fault> faults) {
  /** One way to be wrong. */
  public enum Fault {
    /** Does not acknowledge capability sets. */
    IGNORES_CAPABILITIES,
    /** Rejects every capability set. */
    REJECTS_CAPABILITIES,
    /** Does not send a capability set. */
    SENDS_NO_CAPABILITIES,
    /** Does not take part in the determination of master and slave. */
    IGNORES_DETERMINATION,
    /** Says in its acknowledgement the opposite of what the numbers give. */
    DECIDES_WRONGLY,
    /** Opens audio with a codec that the other side did not say it receives. */
    OPENS_FOREIGN_CODEC,
    /** Opens no channels. */
    OPENS_NOTHING,
    /** Does not answer when the other side opens a channel. */
    IGNORES_CHANNELS,
    /** Refuses each channel of the other side. */
    REJECTS_CHANNELS,
    /** Refuses video channels. */
    REJECTS_VIDEO,
    /** Acknowledges a channel without saying where to send. */
    ACCEPTS_WITHOUT_ADDRESS,
    /** Opens its channels in session 0 even as the master, and acknowledges with 32 and more. */
    MIXES_UP_SESSIONS,
    /** Acknowledges an empty capability set and keeps its channels. */
    IGNORES_PAUSE,
    /** Stays quiet when a pause is over. */
    STAYS_PAUSED,
    /** Does nothing on videoFastUpdatePicture. */
    IGNORES_FAST_UPDATE,
    /** Does nothing on flowControlCommand. */
    IGNORES_FLOW_CONTROL,
    /** Does not answer roundTripDelayRequest. */
    IGNORES_ROUND_TRIP,
    /** Does not acknowledge the closing of channels. */
    IGNORES_CLOSE,
    /** Does nothing on requestChannelClose. */
    IGNORES_CLOSE_REQUEST,
    /** Does not answer requestMode. */
    IGNORES_MODE_REQUEST,
    /** Does not answer requests for the token of H.239. */
    IGNORES_CONTENT,
    /** Shows content without asking for the token. */
    SHOWS_WITHOUT_TOKEN,
    /** Says nothing to messages it does not know. */
    IGNORES_UNKNOWN,
    /** Sends a non-standard indication at the start. */
    SENDS_NON_STANDARD_INDICATION,
    /** Does not answer endSession. */
    IGNORES_END,
    /** Its descriptors name an entry that its table does not have. */
    DESCRIBES_UNDEFINED_ENTRIES,
    /** Rejects capability sets in which there is something it does not know. */
    REJECTS_UNKNOWN_CAPABILITIES,
    /** Opens channels without saying where it takes RTCP. */
    OPENS_WITHOUT_ADDRESS,
    /** Agrees to close a channel and goes on sending. */
    AGREES_TO_CLOSE_ONLY,
    /** Does not say again what it can do when it is asked to. */
    IGNORES_CAPABILITY_REQUEST,
    /** A non-standard message is the end of the call. */
    ENDS_ON_NON_STANDARD,
    /** A generic message it does not know is the end of the call. */
    ENDS_ON_GENERIC,
    /** A digit is the end of the call. */
    ENDS_ON_USER_INPUT,
    /** A refused channel is the end of the call. */
    ENDS_ON_REFUSAL,
    /** The wish to freeze the picture is the end of the call. */
    ENDS_ON_FREEZE,
    /** The wish for some new blocks of a picture is the end of the call. */
    ENDS_ON_BLOCK_UPDATE
  }

  public ControlBehaviour {
    faults = Set.copyOf(faults);
  }

  public static ControlBehaviour correct() {
    return new ControlBehaviour(Set.of());
  }

  public static ControlBehaviour with(Fault... faults) {
    Set<Fault> set = EnumSet.noneOf(Fault.class);
    set.addAll(java.util.Arrays.asList(faults));
    return new ControlBehaviour(set);
  }

  public boolean is(Fault fault) {
    return faults.contains(fault);
  }
}
