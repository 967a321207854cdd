package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.ReleaseCompleteReason;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** Who ends or refuses a call says why: a Release Complete with a cause or a reason. */
public record EnsureReleaseSaysWhy() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.225.0 §7.3.9");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "a Release Complete with a cause or a reason";
    Optional<Entry.Signal> release = call.first(Heading.RECEIVED, MessageType.RELEASE_COMPLETE);
    if (release.isEmpty()) {
      return withoutRelease(call, expected);
    }
    Optional<Integer> cause =
        release
            .get()
            .message()
            .q931()
            .element(InformationElement.CAUSE)
            .flatMap(InformationElement::causeValue);
    Optional<ReleaseCompleteReason> reason =
        CallMessages.body(release.get())
            .flatMap(
                body ->
                    body instanceof H323MessageBody.ReleaseComplete(var complete)
                        ? complete.reason()
                        : Optional.empty());
    return Outcome.of(
        cause.isPresent() || reason.isPresent(),
        expected,
        cause.map(value -> "cause " + value).orElse("no cause")
            + ", "
            + reason.map(value -> "reason " + value.getClass().getSimpleName()).orElse("no reason"),
        Inspected.messages(1),
        List.of(release.get().packet()));
  }

  private static Outcome withoutRelease(CallMessages call, String expected) {
    Optional<Entry> closed =
        call.first(Heading.RECEIVED, each -> each instanceof Entry.Closed)
            .filter(
                end ->
                    call.first(Heading.SENT, MessageType.RELEASE_COMPLETE)
                        .filter(ours -> ours.packet() < end.packet())
                        .isEmpty());
    return closed
        .<Outcome>map(
            end ->
                new Outcome.Violated(
                    expected,
                    "the connection was closed without one",
                    Inspected.messages(1),
                    List.of(end.packet())))
        .orElseGet(
            () -> new Outcome.Undecided(expected, "the candidate neither ended nor refused it"));
  }
}
