package parley.core.call;

import java.util.Optional;

/** A call from the other side that waits to be taken. */
public interface IncomingCall {
  /** The offer, empty where the caller wants ours (late offer). */
  Optional<MediaDescription> offer();

  /** Who calls, as it names itself. */
  String caller();

  /** Whom it called, as written. */
  String called();

  /** The call this will be; it can be watched before it is taken. */
  Call call();

  void ring() throws CallFailure;

  /** Takes the call with this description: the answer, or our offer where none came. */
  Call accept(MediaDescription description) throws CallFailure, InterruptedException;

  void refuse(Refusal reason) throws CallFailure;
}
