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

/**
 * A Setup that is in order is not refused for what stands or does not stand in it.
 *
 * @param with what is uncommon about it
 */
public record EnsureSetupIsTaken(Clause clause, String with) implements Check<CallMessages> {
  @Override
  public Outcome examine(CallMessages call) {
    String expected = "a Connect to a Setup " + with;
    Optional<Entry.Signal> setup = call.setup();
    if (setup.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    Optional<Entry.Signal> connect = call.first(Heading.RECEIVED, MessageType.CONNECT);
    if (connect.isPresent()) {
      return new Outcome.Satisfied(
          expected,
          "so it was",
          Inspected.messages(2),
          List.of(setup.get().packet(), connect.get().packet()));
    }
    Optional<Entry> end =
        call.first(
            Heading.RECEIVED,
            each ->
                each instanceof Entry.Closed
                    || (each instanceof Entry.Signal signal
                        && signal.message().q931().type().equals(MessageType.RELEASE_COMPLETE)));
    return new Outcome.Violated(
        expected,
        end.map(
                each ->
                    each instanceof Entry.Closed
                        ? "the connection was closed"
                        : MessageType.RELEASE_COMPLETE.toString())
            .orElse("no Connect"),
        Inspected.messages(call.entries().size()),
        List.of(end.map(Entry::packet).orElse(setup.get().packet())));
  }
}
