package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** The Status that answers an inquiry in a call says that the call is active (state 10). */
public record EnsureStatusTellsTheCallIsUp() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("Q.931 §4.5.7");
  }

  private static final int ACTIVE = 10;

  /** The call state proper; the two bits above it say whose coding it is. */
  private static final int STATE = 0x3f;

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "call state 10 (active) in the Status";
    Optional<Entry.Signal> status =
        call.first(Heading.SENT, MessageType.STATUS_ENQUIRY)
            .flatMap(asked -> EnsureInquiryIsAnswered.answer(call, asked));
    if (status.isEmpty()) {
      return new Outcome.Undecided(expected, "no Status came");
    }
    Optional<Integer> state =
        status
            .get()
            .message()
            .q931()
            .element(InformationElement.CALL_STATE)
            .map(InformationElement::content)
            .filter(content -> !content.isEmpty())
            .map(content -> content.u8(0) & STATE);
    return Outcome.of(
        state.filter(value -> value == ACTIVE).isPresent(),
        expected,
        state.map(value -> "call state " + value).orElse("no call state"),
        Inspected.messages(1),
        List.of(status.get().packet()));
  }
}
