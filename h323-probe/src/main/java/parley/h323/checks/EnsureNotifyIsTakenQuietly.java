package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** A Notify is answered with one Status at most. */
public record EnsureNotifyIsTakenQuietly() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("Q.931 §5.9");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "one Status at most after a Notify";
    Optional<Entry.Signal> told = call.first(Heading.SENT, MessageType.NOTIFY);
    if (told.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to tell");
    }
    List<Long> answers =
        call.signals(Heading.RECEIVED).stream()
            .filter(each -> each.packet() > told.get().packet())
            .filter(each -> each.message().q931().type().equals(MessageType.STATUS))
            .map(Entry.Signal::packet)
            .toList();
    return Outcome.of(
        answers.size() <= 1,
        expected,
        answers.size() + " Status",
        Inspected.messages(1 + answers.size()),
        answers.isEmpty() ? List.of(told.get().packet()) : answers);
  }
}
