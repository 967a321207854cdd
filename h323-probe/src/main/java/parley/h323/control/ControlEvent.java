package parley.h323.control;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.h323.capability.CapabilityTable;
import parley.h323.content.ContentMessage;
import parley.h323.h245.CommunicationModeTableEntry;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.h245.RequestChannelClose;
import parley.h323.h245.RequestMode;
import parley.h323.h245.TerminalCapabilitySetReject;
import parley.h323.per.PerResult;

/** What a control session has to tell. */
public sealed interface ControlEvent extends ControlAction {

  /** The other side said what it can do. */
  record CapabilitiesReceived(CapabilityTable table) implements ControlEvent {}

  /** It took note of what we can do. */
  record CapabilitiesAcknowledged() implements ControlEvent {}

  record CapabilitiesRejected(TerminalCapabilitySetReject.Cause cause) implements ControlEvent {}

  record MasterSlaveDecided(boolean weAreMaster) implements ControlEvent {}

  record MasterSlaveFailed(String why) implements ControlEvent {}

  /**
   * The other side wants to send. It is answered at once unless the session waits for a command
   * ({@link ControlConfiguration#answersOnCommand}).
   */
  record ChannelRequested(LogicalChannel channel, OpenLogicalChannel request)
      implements ControlEvent {}

  /** We took its channel: media may come. */
  record ChannelAccepted(LogicalChannel channel) implements ControlEvent {}

  /** We refused its channel. */
  record ChannelRefused(OpenLogicalChannel request, OpenLogicalChannelReject.Cause cause)
      implements ControlEvent {}

  /** We asked to send. */
  record ChannelOffered(LogicalChannel channel) implements ControlEvent {}

  /** It took our channel: we may send. */
  record ChannelOpened(LogicalChannel channel) implements ControlEvent {}

  /** It refused our channel, or did not answer. */
  record ChannelRejected(LogicalChannel channel, OpenLogicalChannelReject.Cause cause)
      implements ControlEvent {}

  /** A channel is gone; media on it has to end. */
  record ChannelClosed(LogicalChannel channel, boolean byUs) implements ControlEvent {}

  /** It asked us to close a channel of ours, which we do. */
  record CloseRequested(LogicalChannel channel, RequestChannelClose request)
      implements ControlEvent {}

  /** It does not close a channel that we asked it to close. */
  record CloseRefused(int channel) implements ControlEvent {}

  /** What all channels now come to. */
  record MediaChanged(MediaAgreement agreement) implements ControlEvent {}

  /** The other side wants nothing any more (empty capability set); our channels are closed. */
  record Paused() implements ControlEvent {}

  /** It can receive again; channels are opened anew. */
  record Resumed() implements ControlEvent {}

  /** Send an intra picture on this channel of ours. */
  record IntraRequested(int channel, IntraScope scope) implements ControlEvent {}

  /** Show the last picture until an intra one comes. */
  record FreezeRequested(int channel) implements ControlEvent {}

  /**
   * Send no more than that.
   *
   * @param channel empty for all channels together
   * @param bitsPerSecond empty where the limit is lifted
   */
  record FlowControlled(Optional<Integer> channel, Optional<Long> bitsPerSecond)
      implements ControlEvent {}

  record UserInputReceived(UserInput input) implements ControlEvent {}

  /** It wants other modes, best first; answered as far as the session can. */
  record ModeRequested(RequestMode request, boolean accepted) implements ControlEvent {}

  record ModeAnswered(boolean accepted) implements ControlEvent {}

  /** Time from our request to its answer, in nanoseconds. */
  record RoundTripMeasured(long nanoseconds) implements ControlEvent {}

  /** The sessions of a conference, as its controller gives them. */
  record CommunicationModes(List<CommunicationModeTableEntry> table) implements ControlEvent {
    public CommunicationModes {
      table = List.copyOf(table);
    }
  }

  /** A conference request, response, command or indication (H.243 in H.245). */
  record ConferenceMessage(MultimediaSystemControlMessage message) implements ControlEvent {}

  /** A generic message of something the session does not know itself. */
  record GenericMessageReceived(MultimediaSystemControlMessage message, GenericMessage generic)
      implements ControlEvent {}

  /** A message of H.239. */
  record ContentMessageReceived(ContentMessage message) implements ControlEvent {}

  /** We hold the token: the content channel is being opened. */
  record ContentGranted() implements ControlEvent {}

  /** We do not get the token. */
  record ContentRefused() implements ControlEvent {}

  /** The other side holds the token from now on; if we were showing, we have stopped. */
  record ContentTaken() implements ControlEvent {}

  /** The other side has given the token back. */
  record ContentReleased() implements ControlEvent {}

  /** A new key for a channel (H.235.6 clause 9). */
  record KeyUpdated(int channel, EncryptionSync key) implements ControlEvent {}

  /** It wants a new key for a channel. */
  record KeyUpdateRequested(int channel) implements ControlEvent {}

  /** It has taken over the new key. */
  record KeyUpdateAcknowledged(int channel) implements ControlEvent {}

  /** A logical channel has become active or inactive, as its sender says. */
  record ChannelActivity(int channel, boolean active) implements ControlEvent {}

  /** No more messages: the call may be released. */
  record SessionEnded(boolean byUs) implements ControlEvent {}

  /** It did not understand a message of ours. */
  record NotUnderstood(MultimediaSystemControlMessage message) implements ControlEvent {}

  /** A message that does not fit the state; ignored or answered as far as that makes sense. */
  record Unexpected(MultimediaSystemControlMessage message, String why) implements ControlEvent {}

  /** A message for which the session does nothing; kept. */
  record Unhandled(MultimediaSystemControlMessage message) implements ControlEvent {}

  /** A non-standard message; kept. */
  record NonStandard(MultimediaSystemControlMessage message) implements ControlEvent {}

  /** Octets that are no message. */
  record Unreadable(PerResult result) implements ControlEvent {}

  /** The other side did not answer in time. */
  record TimedOut(Procedure procedure) implements ControlEvent {}

  /** What can time out, with the timer of H.245. */
  enum Procedure {
    /** T101. */
    CAPABILITY_EXCHANGE,
    /** T106. */
    MASTER_SLAVE_DETERMINATION,
    /** T103. */
    CHANNEL,
    /** T108. */
    CLOSE_REQUEST,
    /** T109. */
    MODE_REQUEST,
    /** T105. */
    ROUND_TRIP,
    /** The answer to a request for the token; H.239 names no timer. */
    CONTENT_TOKEN
  }
}
