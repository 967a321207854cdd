package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/**
 * H.245 gets through, tunnelled or not: the candidate says what it can do and acknowledges what we
 * can.
 */
public record EnsureControlGoesThrough() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.2");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "the candidate's capability set, and its acknowledgement of ours";
    Optional<Entry.Signal> connect = call.first(Heading.RECEIVED, MessageType.CONNECT);
    if (connect.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<Entry.Control> controls = call.controls(Heading.RECEIVED);
    Optional<Entry.Control> set =
        controls.stream()
            .filter(
                each ->
                    each.message()
                        instanceof
                        MultimediaSystemControlMessage.Request(
                            RequestMessage.TerminalCapabilitySet any))
            .findFirst();
    Optional<Entry.Control> acknowledgement =
        controls.stream()
            .filter(
                each ->
                    each.message()
                        instanceof
                        MultimediaSystemControlMessage.Response(
                            ResponseMessage.TerminalCapabilitySetAck any))
            .findFirst();
    if (set.isPresent() && acknowledgement.isPresent()) {
      return new Outcome.Satisfied(
          expected,
          set.get().tunnelled() ? "both came, tunnelled" : "both came on a connection of their own",
          Inspected.messages(controls.size()),
          List.of(set.get().packet(), acknowledgement.get().packet()));
    }
    return new Outcome.Violated(
        expected,
        set.isEmpty() ? "no capability set" : "no acknowledgement",
        Inspected.messages(1 + controls.size()),
        List.of(connect.get().packet()));
  }
}
