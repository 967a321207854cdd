package parley.core.call;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One live call. Methods that wait block their (virtual) thread; those that change the call return
 * when the other side has answered the change or fail with {@link CallFailure}.
 */
public interface Call {
  /** The protocol's own name for the call (SIP Call-ID, H.225.0 callIdentifier). */
  String id();

  CallState state();

  /** What was agreed last; empty before the first answer. */
  Optional<MediaAgreement> agreement();

  /** Waits for a final answer to our call. */
  MediaAgreement awaitAnswer(Duration timeout) throws CallFailure, InterruptedException;

  /** Waits until the other side shows that it is ringing or better. */
  void awaitProgress(Duration timeout) throws CallFailure, InterruptedException;

  /** Waits until the call has ended, whoever ended it. */
  void awaitRelease(Duration timeout) throws CallFailure, InterruptedException;

  /**
   * Proposes other media within the call (re-INVITE, new logical channels) and waits for the
   * answer.
   */
  MediaAgreement propose(MediaDescription description, Duration timeout)
      throws CallFailure, InterruptedException;

  /** Asks for an intra picture on the signalling path (RFC 5168, H.245 videoFastUpdatePicture). */
  void requestIntra(MediaKind kind) throws CallFailure;

  /** From now on told of every agreement, also of one that is there already. */
  void onAgreement(Consumer<MediaAgreement> listener);

  /** From now on told when the other side asks for an intra picture. */
  void onIntraRequest(Runnable listener);

  /**
   * From now on told how fast the other side lets us send (H.245 flowControlCommand). A protocol
   * that has no word for it within a call never tells.
   */
  default void onRateLimit(RateLimits listener) {}

  /** What this side does when the other limits its rate. */
  @FunctionalInterface
  interface RateLimits {
    /**
     * @param bitsPerSecond the most that may be sent of that kind, headers of packets apart; 0 for
     *     nothing, empty where the limit is lifted
     */
    void limited(MediaKind kind, OptionalLong bitsPerSecond);
  }

  /** Who decides when the other side proposes other media; refused where nobody does. */
  void onProposal(Proposals decision);

  /** What this side answers when the other proposes other media within the call. */
  @FunctionalInterface
  interface Proposals {
    /** What we are ready for now; empty refuses the change. */
    Optional<MediaDescription> proposed(MediaDescription offer);
  }

  /**
   * Asks for the right to show content and opens its line when that is granted (H.239 token, BFCP
   * floor). Waits until content may be sent.
   */
  default MediaAgreement showContent(Duration timeout) throws CallFailure, InterruptedException {
    throw new CallFailure(NO_CONTENT);
  }

  /** Stops showing content and gives the right back; does nothing where we do not show any. */
  default void stopContent() throws CallFailure {
    throw new CallFailure(NO_CONTENT);
  }

  /** Waits until the other side may send content to us; at once where it may already. */
  default MediaAgreement awaitContent(Duration timeout) throws CallFailure, InterruptedException {
    throw new CallFailure(NO_CONTENT);
  }

  /** From now on told whose turn it is to show content; never where a protocol knows of none. */
  default void onContent(Consumer<ContentTurn> listener) {}

  /** What has happened to the right to show content. */
  enum ContentTurn {
    /** We have it and may show. */
    OURS,
    /** The other side has it; if we were showing, we have stopped. */
    THEIRS,
    /** The other side has given it back. */
    FREE
  }

  /** What a protocol says that cannot do it here. */
  String NO_CONTENT = "content cannot be shown over this protocol yet";

  /** Gives up a call that is not answered yet. */
  void cancel() throws CallFailure;

  /** Ends an answered call and waits for the confirmation. */
  void hangUp(Duration timeout) throws CallFailure, InterruptedException;
}
