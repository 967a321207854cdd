package parley.sip.agent;

import gov.nist.javax.sip.message.SIPResponse;

/** Takes what comes back for a request; called on the stack's thread, so it must not wait. */
interface ResponseHandler {
  void response(SIPResponse response);

  /** Nothing came, or it could not be sent; in plain words. */
  void failed(String why);
}
