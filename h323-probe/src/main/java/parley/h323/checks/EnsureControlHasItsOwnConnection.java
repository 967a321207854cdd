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
 * Where the caller does not tunnel, the H.245 of the candidate comes on a connection of its own.
 */
public record EnsureControlHasItsOwnConnection() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.2");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "H.245 on a connection of its own, and none tunnelled";
    Optional<Entry.Signal> connect = call.first(Heading.RECEIVED, MessageType.CONNECT);
    if (connect.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<Entry.Control> controls = call.controls(Heading.RECEIVED);
    long tunnelled = controls.stream().filter(Entry.Control::tunnelled).count();
    return Outcome.of(
        tunnelled == 0 && !controls.isEmpty(),
        expected,
        controls.size()
            - tunnelled
            + " messages on their own connection, "
            + tunnelled
            + " tunnelled",
        Inspected.messages(1 + controls.size()),
        List.of(controls.isEmpty() ? connect.get().packet() : controls.getFirst().packet()));
  }
}
