package parley.core.suite;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.media.live.CallMedia;

/** A call of a script together with its media; closing it ends both. */
public final class CallSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(CallSession.class.getName());

  private final Bench bench;
  private final Call call;
  private final CallMedia media;
  private final MediaDescription offer;

  public CallSession(Bench bench, Call call, CallMedia media, MediaDescription offer) {
    this.bench = bench;
    this.call = call;
    this.media = media;
    this.offer = offer;
  }

  public Call call() {
    return call;
  }

  public CallMedia media() {
    return media;
  }

  /** Sends and receives as agreed from now on. */
  public void start(MediaAgreement agreement) {
    media.start(agreement);
  }

  /** Proposes every line of the first offer with another direction and follows the answer. */
  public void propose(MediaDirection direction) throws CallFailure, InterruptedException {
    bench.stimulus("propose " + direction);
    start(call.propose(offer.withDirection(direction), bench.plan().thresholds().answer()));
  }

  /** Shows content, once the other side lets us. */
  public void showContent() throws CallFailure, InterruptedException {
    bench.stimulus("show content");
    start(call.showContent(bench.plan().thresholds().answer()));
  }

  public void stopContent() throws CallFailure {
    bench.stimulus("stop content");
    call.stopContent();
    call.agreement().ifPresent(this::start);
  }

  /** Waits until the other side shows content, and receives it. */
  public void awaitContent() throws CallFailure, InterruptedException {
    start(call.awaitContent(bench.plan().thresholds().answer()));
  }

  /** Hangs up and waits for the confirmation. */
  public void hangUp() throws CallFailure, InterruptedException {
    bench.stimulus("hang up");
    call.hangUp(bench.plan().thresholds().release());
  }

  /** Ends what is left of the call; a candidate that does not confirm is not waited for long. */
  @Override
  public void close() {
    try {
      if (call.state() == CallState.CONNECTED) {
        call.hangUp(Duration.ofSeconds(2));
      } else if (call.state() != CallState.RELEASED) {
        call.cancel();
        call.awaitRelease(Duration.ofSeconds(2));
      }
    } catch (CallFailure unconfirmed) {
      LOG.log(Level.FINE, "the end of the call was not confirmed", unconfirmed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      media.close();
    }
  }
}
