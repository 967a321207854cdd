package parley.sip.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.sip.reader.SipEntry;
import parley.sip.reader.SipTransaction;
import parley.sip.reader.SipTranscript;
import parley.sip.sdp.SdpMedia;
import parley.sip.sdp.SessionDescription;

/**
 * The answer has as many media lines as the offer, of the same media in the same order; a refused
 * line stays with port 0.
 */
public record EnsureAnswerKeepsEveryMediaLine() implements Check<SipTranscript> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    Optional<SipTransaction> invite =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .findFirst();
    Optional<List<String>> offered =
        invite.flatMap(one -> one.request().message().sdp()).map(Lines::media);
    String expected =
        "media lines as offered: " + offered.map(Object::toString).orElse("(no offer)");
    Optional<SipEntry> answer =
        invite.flatMap(SipTransaction::finalResponse).filter(e -> e.message().sdp().isPresent());
    if (answer.isEmpty() || offered.isEmpty()) {
      return new Outcome.Undecided(expected, "there was no answer with a session description");
    }
    SessionDescription description =
        SessionDescription.read(answer.get().message().sdp().orElse(Octets.EMPTY));
    List<String> answered = description.media().stream().map(SdpMedia::media).toList();
    List<String> seen =
        description.media().stream().map(line -> line.media() + " " + line.port()).toList();
    return Outcome.of(
        answered.equals(offered.get()),
        expected,
        "media and port " + seen,
        Inspected.messages(2),
        List.of(invite.get().request().packet(), answer.get().packet()));
  }

  private static final class Lines {
    static List<String> media(Octets sdp) {
      return SessionDescription.read(sdp).media().stream().map(SdpMedia::media).toList();
    }
  }
}
