package parley.sip.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.record.Heading;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.sip.message.SipMessage;
import parley.sip.message.SipStatus;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.SessionDescription;

/** One call while its messages are read in order; offers are paired with their answers. */
final class CallStory {
  private record Offer(Heading heading, MediaDescription description) {}

  private final String id;
  private final Heading heading;
  private final List<CallEvent> events = new ArrayList<>();
  private final Map<Long, Integer> inviteStatus = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private Optional<String> peerProduct = Optional.empty();
  private Optional<Offer> open = Optional.empty();
  private long firstInvite = -1;
  private boolean answered;

  CallStory(String id, Heading heading) {
    this.id = id;
    this.heading = heading;
  }

  CallTranscript transcript() {
    return new CallTranscript(id, heading, peerProduct, events);
  }

  void add(SipEntry entry, boolean retriedLater) {
    if (entry.heading() == Heading.RECEIVED && peerProduct.isEmpty()) {
      peerProduct = entry.message().product();
    }
    if (entry.message().isRequest()) {
      request(entry);
    } else if (entry.message().isResponse()) {
      response(entry, retriedLater);
    }
  }

  private void request(SipEntry entry) {
    SipMessage message = entry.message();
    switch (message.method()) {
      case "INVITE" -> {
        if (firstInvite < 0) {
          firstInvite = message.cseq();
          events.add(
              new CallEvent.Dialled(
                  entry.packet(), entry.timeNanos(), entry.heading(), description(message)));
        } else {
          if (message.toTag().isEmpty()) {
            firstInvite = message.cseq();
          }
          other(entry, message.method());
        }
        open = Optional.empty();
        description(message).ifPresent(sdp -> propose(entry, sdp));
      }
      case "ACK" -> acknowledge(entry);
      case "PRACK" -> {
        other(entry, "PRACK");
        description(message).ifPresent(sdp -> offerOrAnswer(entry, sdp));
      }
      case "UPDATE" -> {
        other(entry, "UPDATE");
        description(message).ifPresent(sdp -> propose(entry, sdp));
      }
      case "CANCEL" ->
          events.add(new CallEvent.Cancelled(entry.packet(), entry.timeNanos(), entry.heading()));
      case "BYE" ->
          events.add(new CallEvent.Releasing(entry.packet(), entry.timeNanos(), entry.heading()));
      case "INFO" -> {
        if (message.body().text(StandardCharsets.UTF_8).contains("picture_fast_update")) {
          events.add(
              new CallEvent.IntraRequested(entry.packet(), entry.timeNanos(), entry.heading()));
        } else {
          other(entry, "INFO");
        }
      }
      default -> other(entry, message.method());
    }
  }

  private void acknowledge(SipEntry entry) {
    SipMessage message = entry.message();
    if (inviteStatus.getOrDefault(message.cseq(), 0) / 100 != 2) {
      other(entry, "ACK");
      return;
    }
    if (message.cseq() == firstInvite) {
      events.add(new CallEvent.Confirmed(entry.packet(), entry.timeNanos(), entry.heading()));
    } else {
      other(entry, "ACK");
    }
    description(message).ifPresent(sdp -> offerOrAnswer(entry, sdp));
  }

  private void response(SipEntry entry, boolean retriedLater) {
    SipMessage message = entry.message();
    switch (message.cseqMethod()) {
      case "INVITE" -> inviteResponse(entry, retriedLater);
      case "BYE" -> {
        if (message.status() / 100 == 2 || message.status() == 481) {
          events.add(new CallEvent.Released(entry.packet(), entry.timeNanos(), entry.heading()));
        } else {
          other(entry, "BYE: " + message.title());
        }
      }
      case "UPDATE", "PRACK" -> {
        if (message.status() >= 300 && message.cseqMethod().equals("UPDATE")) {
          refuse(entry);
        } else {
          other(entry, message.cseqMethod() + ": " + message.title());
          description(message).ifPresent(sdp -> offerOrAnswer(entry, sdp));
        }
      }
      default -> other(entry, message.cseqMethod() + ": " + message.title());
    }
  }

  private void inviteResponse(SipEntry entry, boolean retriedLater) {
    SipMessage message = entry.message();
    int status = message.status();
    String invite = Long.toString(message.cseq());
    if (status <= 100) {
      other(entry, message.title());
    } else if (status < 200) {
      if (!answered) {
        events.add(
            new CallEvent.Progressed(
                entry.packet(), entry.timeNanos(), entry.heading(), status == 180));
      }
      if (message.header("rseq").isPresent()) {
        description(message)
            .ifPresent(
                sdp -> {
                  settled.add(invite);
                  offerOrAnswer(entry, sdp);
                });
      }
    } else if (status < 300) {
      inviteStatus.put(message.cseq(), status);
      if (message.cseq() == firstInvite && !answered) {
        answered = true;
        events.add(new CallEvent.Answered(entry.packet(), entry.timeNanos(), entry.heading()));
      } else {
        other(entry, "INVITE: " + message.title());
      }
      // After a reliable provisional response has settled it, the 2xx only says it again.
      if (!settled.contains(invite)) {
        description(message).ifPresent(sdp -> offerOrAnswer(entry, sdp));
      }
    } else {
      inviteStatus.putIfAbsent(message.cseq(), status);
      if (retriedLater) {
        other(entry, message.title());
      } else {
        refuse(entry);
      }
      open = Optional.empty();
    }
  }

  private void refuse(SipEntry entry) {
    open = Optional.empty();
    events.add(
        new CallEvent.Refused(
            entry.packet(),
            entry.timeNanos(),
            entry.heading(),
            SipStatus.refusal(entry.message().status()),
            entry.message().title()));
  }

  /** An answer where the other side's offer is open, an offer of its own where none is. */
  private void offerOrAnswer(SipEntry entry, MediaDescription sdp) {
    if (open.isEmpty()) {
      propose(entry, sdp);
      return;
    }
    Offer offer = open.get();
    if (offer.heading() == entry.heading()) {
      return;
    }
    boolean weOffered = offer.heading() == Heading.SENT;
    open = Optional.empty();
    events.add(
        new CallEvent.Agreed(
            entry.packet(),
            entry.timeNanos(),
            entry.heading(),
            new MediaAgreement(
                weOffered ? offer.description() : sdp,
                weOffered ? sdp : offer.description(),
                weOffered)));
  }

  private void propose(SipEntry entry, MediaDescription sdp) {
    open = Optional.of(new Offer(entry.heading(), sdp));
    events.add(new CallEvent.Proposed(entry.packet(), entry.timeNanos(), entry.heading(), sdp));
  }

  private void other(SipEntry entry, String name) {
    events.add(new CallEvent.Other(entry.packet(), entry.timeNanos(), entry.heading(), name));
  }

  private static Optional<MediaDescription> description(SipMessage message) {
    return message.sdp().map(SessionDescription::read).map(NeutralMedia::of);
  }
}
