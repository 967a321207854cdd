package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import org.jspecify.annotations.Nullable;
import parley.core.call.CallFailure;
import parley.core.call.SerialQueue;
import parley.sip.message.SipHeader;

/**
 * An INVITE of ours, first or within a call, until its final answer: one challenge is answered, a
 * session interval that is too small is raised once, and a CANCEL waits for the first provisional
 * response (RFC 3261 §9.1).
 */
final class InviteClient implements ResponseHandler {
  /** What the call does with the answers; called on the call's queue. */
  interface Events {
    void provisional(SIPResponse response, SIPRequest invite);

    void accepted(SIPResponse response, SIPRequest invite);

    void refused(SIPResponse response);

    void failed(String why);
  }

  private final SipSide side;
  private final SerialQueue queue;
  private final Events events;
  private Draft draft;
  private @Nullable ClientTransaction transaction;
  private @Nullable SIPRequest request;
  private boolean authenticated;
  private boolean raised;
  private boolean progressed;
  private boolean cancelWanted;
  private boolean cancelSent;
  private boolean over;

  InviteClient(SipSide side, SerialQueue queue, Draft draft, Events events) {
    this.side = side;
    this.queue = queue;
    this.draft = draft;
    this.events = events;
  }

  void start(Optional<SipHeader> authorization) throws CallFailure {
    SIPRequest invite = side.build(draft, authorization);
    request = invite;
    progressed = false;
    transaction = side.send(invite, this);
  }

  private void again(Optional<SipHeader> authorization) {
    try {
      start(authorization);
    } catch (CallFailure e) {
      over = true;
      events.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void response(SIPResponse response) {
    queue.run(() -> handle(response));
  }

  @Override
  public void failed(String why) {
    queue.run(
        () -> {
          if (!over) {
            over = true;
            events.failed(why);
          }
        });
  }

  private void handle(SIPResponse response) {
    SIPRequest invite = request;
    if (invite == null
        || response.getCSeq().getSeqNumber() != invite.getCSeq().getSeqNumber()
        || (over && response.getStatusCode() < 200)) {
      return;
    }
    int status = response.getStatusCode();
    if (status < 200) {
      progressed = true;
      if (cancelWanted) {
        sendCancel();
      }
      events.provisional(response, invite);
    } else if (status < 300) {
      over = true;
      events.accepted(response, invite);
    } else if (!retried(response)) {
      over = true;
      events.refused(response);
    }
  }

  private boolean retried(SIPResponse response) {
    int status = response.getStatusCode();
    if (cancelWanted) {
      return false;
    }
    if ((status == 401 || status == 407) && !authenticated) {
      Optional<SipHeader> header = side.authorization(response, "INVITE", draft.uri());
      authenticated = header.isPresent();
      if (authenticated) {
        again(header);
      }
      return authenticated;
    }
    long minimum = SipSide.number(response, "Min-SE");
    if (status == 422 && minimum > 0 && !raised) {
      raised = true;
      String interval = Long.toString(minimum);
      draft = draft.with("Session-Expires", interval).with("Min-SE", interval);
      again(Optional.empty());
      return true;
    }
    return false;
  }

  /** Gives up; if the answer was faster, {@link Events#accepted} still comes. */
  void cancel() {
    cancelWanted = true;
    if (progressed) {
      sendCancel();
    }
  }

  private void sendCancel() {
    ClientTransaction invite = transaction;
    if (cancelSent || over || invite == null) {
      return;
    }
    cancelSent = true;
    try {
      SIPRequest cancel = (SIPRequest) invite.createCancel();
      side.send(
          cancel,
          new ResponseHandler() {
            @Override
            public void response(SIPResponse response) {
              // The INVITE's own answer is what counts.
            }

            @Override
            public void failed(String why) {
              InviteClient.this.failed("CANCEL: " + why);
            }
          });
    } catch (SipException | CallFailure e) {
      failed("CANCEL could not be sent: " + e.getMessage());
    }
  }
}
