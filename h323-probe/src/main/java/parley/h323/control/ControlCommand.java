package parley.h323.control;

import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.ModeElement;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannelReject;

/** What a control session can be told to do. */
public sealed interface ControlCommand {
  /**
   * From now on send and receive this. Channels of lines that no longer send are closed, those that
   * newly send are opened; where nothing is received any more the other side is told to pause, and
   * where something is again, what we can do is said anew.
   */
  record Propose(MediaDescription media) implements ControlCommand {}

  /** Open a channel for this format, whether or not the other side can receive it. */
  record Open(MediaKind kind, Format format) implements ControlCommand {}

  /** Close a channel of ours. */
  record Close(int channel) implements ControlCommand {}

  /** Ask the other side to close a channel of its own. */
  record RequestClose(int channel) implements ControlCommand {}

  /** Take a channel that waits for an answer. */
  record Accept(int channel) implements ControlCommand {}

  /** Refuse a channel that waits for an answer. */
  record Refuse(int channel, OpenLogicalChannelReject.Cause cause) implements ControlCommand {}

  /** Tell the other side to send nothing (empty capability set). */
  record Pause() implements ControlCommand {}

  /** Let it send again. */
  record Resume() implements ControlCommand {}

  /** Ask for an intra picture on a channel of the other side. */
  record RequestIntra(int channel, IntraScope scope) implements ControlCommand {}

  /**
   * Limit what the other side sends.
   *
   * @param channel empty for all channels together
   * @param bitsPerSecond empty to lift the limit; rounded up to 100 bit/s
   */
  record LimitRate(Optional<Integer> channel, Optional<Long> bitsPerSecond)
      implements ControlCommand {}

  record SendUserInput(UserInput input) implements ControlCommand {}

  /** Ask for other modes, best first. */
  record RequestModes(List<List<ModeElement>> modes) implements ControlCommand {
    public RequestModes {
      modes = modes.stream().map(List::copyOf).toList();
    }
  }

  record MeasureRoundTrip() implements ControlCommand {}

  /** Ask the other side to say again what it can do. */
  record RequestCapabilities() implements ControlCommand {}

  /** Ask for the token of H.239 and, when it is granted, open a content channel. */
  record ShowContent() implements ControlCommand {}

  /** Close the content channel and give the token back. */
  record StopContent() implements ControlCommand {}

  /** Send a new key for a channel of either side (H.235.6 clause 9). */
  record UpdateKey(int channel, boolean outgoing, EncryptionSync key) implements ControlCommand {}

  /** Ask the master for a new key. */
  record RequestKeyUpdate(int channel) implements ControlCommand {}

  /** Send a message as it is. */
  record SendMessage(MultimediaSystemControlMessage message) implements ControlCommand {}

  /** End the session. */
  record End() implements ControlCommand {}
}
