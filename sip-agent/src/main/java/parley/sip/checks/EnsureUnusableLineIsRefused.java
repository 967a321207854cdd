package parley.sip.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.sip.reader.SipEntry;
import parley.sip.reader.SipTransaction;
import parley.sip.reader.SipTranscript;
import parley.sip.sdp.SdpMedia;
import parley.sip.sdp.SessionDescription;

/**
 * A media line nobody can know is refused with port 0.
 *
 * @param media the media of the line
 */
public record EnsureUnusableLineIsRefused(String media) implements Check<SipTranscript> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6");
  }

  @Override
  public Outcome examine(SipTranscript transcript) {
    String expected = "the line of '" + media + "' refused with port 0";
    Optional<SipEntry> answer =
        transcript.transactions().stream()
            .filter(one -> one.method().equals("INVITE"))
            .filter(one -> one.request().heading() == Heading.SENT)
            .findFirst()
            .flatMap(SipTransaction::finalResponse);
    Optional<SdpMedia> line =
        answer
            .flatMap(entry -> entry.message().sdp())
            .flatMap(
                sdp ->
                    SessionDescription.read(sdp).media().stream()
                        .filter(one -> one.media().equals(media))
                        .findFirst());
    if (answer.isEmpty() || answer.get().message().sdp().isEmpty()) {
      return new Outcome.Undecided(expected, "there was no answer with a session description");
    }
    return Outcome.of(
        line.filter(one -> one.port() == 0).isPresent(),
        expected,
        line.map(one -> "port " + one.port()).orElse("the line is not there"),
        Inspected.messages(1),
        List.of(answer.get().packet()));
  }
}
