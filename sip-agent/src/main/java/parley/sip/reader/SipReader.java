package parley.sip.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.transcript.MalformedMessage;
import parley.core.transcript.RegistrationTranscript;
import parley.core.transcript.Transcript;
import parley.sip.auth.AuthParameters;
import parley.sip.auth.Digest;
import parley.sip.auth.DigestAlgorithm;
import parley.sip.message.SipMessage;
import parley.sip.sdp.SdpProblem;
import parley.sip.sdp.SessionDescription;

/** Tells core what the SIP messages of a record say. Pure. */
public final class SipReader {
  private SipReader() {}

  public static Transcript read(List<Packet> packets) {
    return read(SipTranscript.of(packets));
  }

  public static Transcript read(SipTranscript sip) {
    Set<String> retried = retriedInvites(sip);
    Map<String, CallStory> calls = new LinkedHashMap<>();
    for (SipEntry entry : sip.entries()) {
      SipMessage message = entry.message();
      if (entry.repeated() || message.callId().isEmpty()) {
        continue;
      }
      boolean opens =
          message.isRequest() && message.method().equals("INVITE") && message.toTag().isEmpty();
      CallStory story = calls.get(message.callId());
      if (story == null && opens) {
        story = new CallStory(message.callId(), entry.heading());
        calls.put(message.callId(), story);
      }
      if (story != null) {
        story.add(entry, retried.contains(entry.exchange()));
      }
    }
    return new Transcript(
        calls.values().stream().map(CallStory::transcript).toList(),
        registrations(sip),
        malformed(sip),
        sip.entries().size());
  }

  /** INVITEs that were sent again with a higher number: their refusal was only a question. */
  private static Set<String> retriedInvites(SipTranscript sip) {
    Set<String> retried = new LinkedHashSet<>();
    Map<String, SipEntry> last = new LinkedHashMap<>();
    for (SipEntry entry : sip.requests("INVITE")) {
      if (entry.message().toTag().isEmpty()) {
        SipEntry before = last.put(entry.message().callId(), entry);
        if (before != null && before.message().cseq() < entry.message().cseq()) {
          retried.add(before.exchange());
        }
      }
    }
    return retried;
  }

  private static List<RegistrationTranscript> registrations(SipTranscript sip) {
    record Key(String who, Heading heading) {}
    Map<Key, List<RegistrationTranscript.Attempt>> attempts = new LinkedHashMap<>();
    for (SipTransaction transaction : sip.transactions()) {
      if (!transaction.method().equals("REGISTER")) {
        continue;
      }
      SipEntry request = transaction.request();
      Optional<AuthParameters> credentials =
          request
              .message()
              .header("authorization")
              .or(() -> request.message().header("proxy-authorization"))
              .map(AuthParameters::read);
      Optional<SipMessage> answer = transaction.finalResponse().map(SipEntry::message);
      attempts
          .computeIfAbsent(
              new Key(request.message().address("to"), request.heading()), key -> new ArrayList<>())
          .add(
              new RegistrationTranscript.Attempt(
                  request.packet(),
                  request.timeNanos(),
                  credentials.map(
                      each ->
                          Digest.algorithm(each)
                              .map(DigestAlgorithm::token)
                              .or(() -> each.value("algorithm"))
                              .orElse("")),
                  Optional.empty(),
                  answer.map(SipMessage::title),
                  answer.filter(each -> each.status() / 100 == 2).isPresent()));
    }
    return attempts.entrySet().stream()
        .map(
            each ->
                new RegistrationTranscript(
                    each.getKey().who(), each.getKey().heading(), each.getValue()))
        .toList();
  }

  private static List<MalformedMessage> malformed(SipTranscript sip) {
    List<MalformedMessage> malformed = new ArrayList<>();
    for (SipEntry entry : sip.entries()) {
      List<String> problems = new ArrayList<>(entry.message().problems());
      entry
          .message()
          .sdp()
          .map(SessionDescription::read)
          .map(SessionDescription::problems)
          .filter(list -> !list.isEmpty())
          .ifPresent(
              list ->
                  problems.add(
                      "session description: "
                          + list.stream()
                              .map(SdpProblem::toString)
                              .collect(Collectors.joining("; "))));
      if (!problems.isEmpty()) {
        malformed.add(
            new MalformedMessage(entry.packet(), entry.heading(), String.join("; ", problems)));
      }
    }
    return malformed;
  }
}
