package parley.core.call;

import java.time.Duration;
import java.util.List;
import parley.core.record.LabNote;

/**
 * A protocol, live: what SIP and H.323 both can do. Every octet it sends or receives goes to the
 * {@link SignallingTap} it was opened with.
 */
public interface Signalling extends AutoCloseable {
  /** Calls {@code target} with this offer; returns at once. */
  Call dial(Target target, MediaDescription offer) throws CallFailure;

  /** From now on {@code calls} decides what happens to calls that come in. */
  void onIncoming(IncomingCalls calls);

  /** Asks whether anyone is there (OPTIONS; a TCP connection to the call signalling port). */
  Duration ping(Target target, Duration timeout) throws CallFailure, InterruptedException;

  /**
   * Registers {@code who} with a server (REGISTER, RRQ), answering its challenge with our
   * credentials.
   */
  Registration register(Target server, String who, Duration expiry, Duration timeout)
      throws CallFailure, InterruptedException;

  /** Waits until a device has registered with us, its credentials checked against our accounts. */
  Registration awaitRegistration(Duration timeout) throws CallFailure, InterruptedException;

  /** Where this side listens, for the record. */
  List<LabNote.Listening> listening();

  @Override
  void close();
}
