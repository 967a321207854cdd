package parley.h323.checks;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.ResponseMessage;

/** When it takes a channel it says where it wants media and where RTCP. */
public record EnsureAcknowledgementsCarryAddresses() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.3.2");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "mediaChannel and mediaControlChannel in each acknowledgement";
    List<ControlView.Said<ResponseMessage.OpenLogicalChannelAck>> acks =
        view.said(Heading.RECEIVED, ResponseMessage.OpenLogicalChannelAck.class);
    if (acks.isEmpty()) {
      return new Outcome.Undecided(expected, "it took no channel");
    }
    List<ControlView.Said<ResponseMessage.OpenLogicalChannelAck>> without =
        acks.stream().filter(ack -> !Addresses.in(ack.message().value())).toList();
    return Outcome.of(
        without.isEmpty(),
        expected,
        without.isEmpty() ? "so it is" : without.size() + " of " + acks.size() + " without",
        Inspected.messages(acks.size()),
        (without.isEmpty() ? acks : without).stream().map(ControlView.Said::packet).toList());
  }

  private static final class Addresses {
    static boolean in(OpenLogicalChannelAck ack) {
      return ack.forwardMultiplexAckParameters()
          .filter(
              parameters ->
                  parameters
                          instanceof
                          OpenLogicalChannelAck.ForwardMultiplexAckParameters
                              .H2250LogicalChannelAckParameters(var found)
                      && found.mediaChannel().isPresent()
                      && found.mediaControlChannel().isPresent())
          .isPresent();
    }
  }
}
