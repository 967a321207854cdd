package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** Having agreed to close a channel it closes it and sends no more on it. */
public record EnsureCloseAnswerIsKept() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.3.8");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "the channel closed, and no media on it half a second later";
    Optional<ControlView.Said<ResponseMessage.RequestChannelCloseAck>> ack =
        view.first(Heading.RECEIVED, ResponseMessage.RequestChannelCloseAck.class);
    Optional<ControlView.Said<ResponseMessage.RequestChannelCloseReject>> reject =
        view.first(Heading.RECEIVED, ResponseMessage.RequestChannelCloseReject.class);
    if (ack.isEmpty()) {
      return reject
          .<Outcome>map(
              each ->
                  new Outcome.Satisfied(
                      expected,
                      "it did not agree, so the channel may go on",
                      Inspected.messages(1),
                      List.of(each.packet())))
          .orElseGet(() -> new Outcome.Undecided(expected, "it did not answer"));
    }
    int channel = ack.get().message().value().forwardLogicalChannelNumber();
    boolean closed =
        view.said(Heading.RECEIVED, RequestMessage.CloseLogicalChannel.class).stream()
            .anyMatch(each -> each.message().value().forwardLogicalChannelNumber() == channel);
    long late =
        view.call().received(MediaKind.VIDEO).stream()
            .filter(each -> each.timeNanos() > ack.get().timeNanos() + 500_000_000L)
            .count();
    return Outcome.of(
        closed && late == 0,
        expected,
        (closed ? "closed, " : "not closed, ") + late + " video packets later than that",
        new Inspected(1, late, 0),
        List.of(ack.get().packet()));
  }
}
