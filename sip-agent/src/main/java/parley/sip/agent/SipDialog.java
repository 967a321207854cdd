package parley.sip.agent;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.header.ContactHeader;
import javax.sip.header.RecordRouteHeader;
import parley.core.record.Transport;

/** The state both sides of a call share (RFC 3261 §12). */
final class SipDialog {
  private final String callId;
  private final String localUri;
  private final String localTag;
  private final String remoteUri;
  private final Transport transport;
  private final AtomicLong localSequence =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1, 10_000));
  private volatile String remoteTag = "";
  private volatile String remoteTarget;
  private volatile List<String> routes = List.of();
  private volatile long remoteSequence = -1;

  private SipDialog(
      String callId,
      String localUri,
      String localTag,
      String remoteUri,
      String remoteTarget,
      Transport transport) {
    this.callId = callId;
    this.localUri = localUri;
    this.localTag = localTag;
    this.remoteUri = remoteUri;
    this.remoteTarget = remoteTarget;
    this.transport = transport;
  }

  static SipDialog calling(String callId, String localUri, String localTag, SipUri target) {
    return new SipDialog(
        callId, localUri, localTag, target.identity(), target.text(), target.transport());
  }

  static SipDialog called(SIPRequest invite, String localTag, Transport transport) {
    SipDialog dialog =
        new SipDialog(
            invite.getCallId().getCallId(),
            invite.getTo().getAddress().getURI().toString(),
            localTag,
            invite.getFrom().getAddress().getURI().toString(),
            contact(invite, invite.getFrom().getAddress().getURI().toString()),
            transport);
    dialog.remoteTag = invite.getFromTag() == null ? "" : invite.getFromTag();
    dialog.routes = recordRoutes(invite);
    dialog.remoteSequence = invite.getCSeq().getSeqNumber();
    return dialog;
  }

  /** Takes tag, target and route from an answer to our request; the last one holds. */
  void answered(SIPResponse response) {
    if (response.getToTag() != null) {
      remoteTag = response.getToTag();
    }
    List<String> route = recordRoutes(response);
    Collections.reverse(route);
    routes = List.copyOf(route);
    refreshTarget(response);
  }

  /** A request or answer within the dialog may move the target (RFC 3261 §12.2). */
  void refreshTarget(SIPMessage message) {
    remoteTarget = contact(message, remoteTarget);
  }

  /** False for a request that is older than one seen before (RFC 3261 §12.2.2). */
  boolean inOrder(long sequence) {
    if (remoteSequence >= 0 && sequence < remoteSequence) {
      return false;
    }
    remoteSequence = sequence;
    return true;
  }

  private static String contact(SIPMessage message, String otherwise) {
    ContactHeader contact = (ContactHeader) message.getHeader(ContactHeader.NAME);
    return contact == null || contact.getAddress() == null
        ? otherwise
        : contact.getAddress().getURI().toString();
  }

  private static List<String> recordRoutes(SIPMessage message) {
    List<String> routes = new ArrayList<>();
    Iterator<?> headers = message.getHeaders(RecordRouteHeader.NAME);
    while (headers.hasNext()) {
      if (headers.next() instanceof RecordRouteHeader header) {
        routes.add(header.getAddress().toString());
      }
    }
    return routes;
  }

  Draft draft(String method) {
    return draft(method, localSequence::incrementAndGet);
  }

  /** ACK repeats the number of its INVITE (RFC 3261 §13.2.2.4). */
  Draft acknowledgement(long sequence) {
    return draft("ACK", () -> sequence);
  }

  private Draft draft(String method, java.util.function.LongSupplier sequence) {
    return new Draft(
        method,
        remoteTarget,
        "<" + localUri + ">;tag=" + localTag,
        "<" + remoteUri + ">" + (remoteTag.isEmpty() ? "" : ";tag=" + remoteTag),
        callId,
        sequence,
        transport,
        routes,
        List.of(),
        "",
        "");
  }

  String callId() {
    return callId;
  }

  String localTag() {
    return localTag;
  }

  String remoteTag() {
    return remoteTag;
  }

  String remoteUri() {
    return remoteUri;
  }

  Transport transport() {
    return transport;
  }
}
