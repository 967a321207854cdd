package parley.core.call;

/** What a side does with calls that come in; called on a thread of its own for each call. */
@FunctionalInterface
public interface IncomingCalls {
  void incoming(IncomingCall call) throws Exception;
}
