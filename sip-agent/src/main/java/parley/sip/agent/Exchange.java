package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import parley.core.call.CallFailure;
import parley.sip.message.SipHeader;

/** A request other than INVITE and its final answer; a challenge is answered once. */
final class Exchange implements ResponseHandler {
  private final SipSide side;
  private final Draft draft;
  private final CompletableFuture<SIPResponse> answer = new CompletableFuture<>();
  private boolean authenticated;

  private Exchange(SipSide side, Draft draft) {
    this.side = side;
    this.draft = draft;
  }

  static CompletableFuture<SIPResponse> start(SipSide side, Draft draft) {
    Exchange exchange = new Exchange(side, draft);
    exchange.send(Optional.empty());
    return exchange.answer;
  }

  /** Runs {@code then} when an answer came or none will. */
  @SuppressWarnings("FutureReturnValueIgnored") // what then does is all there is to wait for
  static void startAndThen(SipSide side, Draft draft, Runnable then) {
    start(side, draft).whenComplete((response, failure) -> then.run());
  }

  private void send(Optional<SipHeader> authorization) {
    try {
      SIPRequest request = side.build(draft, authorization);
      side.send(request, this);
    } catch (CallFailure e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void response(SIPResponse response) {
    int status = response.getStatusCode();
    if (status < 200) {
      return;
    }
    if ((status == 401 || status == 407) && !authenticated) {
      Optional<SipHeader> header = side.authorization(response, draft.method(), draft.uri());
      if (header.isPresent()) {
        authenticated = true;
        side.soon(() -> send(header));
        return;
      }
    }
    answer.complete(response);
  }

  @Override
  public void failed(String why) {
    answer.completeExceptionally(new CallFailure(draft.method() + ": " + why));
  }
}
