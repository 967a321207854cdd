package parley.core.transcript;

import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaLine;
import parley.core.call.Refusal;
import parley.core.record.Heading;

/**
 * One step of a call as the capture shows it. {@code packet} is the number of the packet it was
 * read from, {@code heading} says whether the harness sent or received it.
 */
public sealed interface CallEvent {
  long packet();

  long timeNanos();

  Heading heading();

  /** The caller asked for a call; the offer is empty where it wants one from the other side. */
  record Dialled(long packet, long timeNanos, Heading heading, Optional<MediaDescription> offer)
      implements CallEvent {}

  /** The called side shows progress; {@code ringing} where it says so. */
  record Progressed(long packet, long timeNanos, Heading heading, boolean ringing)
      implements CallEvent {}

  /** The call was taken. */
  record Answered(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /** The caller confirmed that it saw the answer (ACK, H.225.0 has none: the answer itself). */
  record Confirmed(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /**
   * The call, or a change of it, was refused; {@code text} is the protocol's own code and reason.
   */
  record Refused(long packet, long timeNanos, Heading heading, Refusal reason, String text)
      implements CallEvent {}

  /** A side proposed media, first or within the call. */
  record Proposed(long packet, long timeNanos, Heading heading, MediaDescription description)
      implements CallEvent {}

  /** A proposal was answered; from here on this agreement holds. */
  record Agreed(long packet, long timeNanos, Heading heading, MediaAgreement agreement)
      implements CallEvent {}

  /**
   * A side was told where ours receives a line, without a whole description (a logical channel of
   * H.245): media may come there from now on.
   */
  record LineOpened(long packet, long timeNanos, Heading heading, MediaLine ours)
      implements CallEvent {}

  /** The caller gave up before the answer. */
  record Cancelled(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /** A side asked for an intra picture on the signalling path. */
  record IntraRequested(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /** A side asked for the right to show content, or said what becomes of it. */
  record Content(long packet, long timeNanos, Heading heading, Turn turn) implements CallEvent {
    /** What the side said. */
    public enum Turn {
      ASKS,
      GRANTS,
      REFUSES,
      HOLDS,
      GIVES_BACK
    }
  }

  /** A side ends the call. */
  record Releasing(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /** The end was confirmed. */
  record Released(long packet, long timeNanos, Heading heading) implements CallEvent {}

  /** Any other message of the call, by the name its protocol gives it. */
  record Other(long packet, long timeNanos, Heading heading, String name) implements CallEvent {}
}
