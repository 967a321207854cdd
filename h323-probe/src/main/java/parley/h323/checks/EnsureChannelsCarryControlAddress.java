package parley.h323.checks;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;

/** When it opens a channel it says where it takes RTCP. */
public record EnsureChannelsCarryControlAddress() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.3.1");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "mediaControlChannel in each channel it opens for media";
    List<ControlView.Said<ChannelParameters>> opened = ChannelParameters.opened(view);
    if (opened.isEmpty()) {
      return new Outcome.Undecided(expected, "it opened no channel");
    }
    List<ControlView.Said<ChannelParameters>> without =
        opened.stream()
            .filter(each -> each.message().parameters().mediaControlChannel().isEmpty())
            .toList();
    return Outcome.of(
        without.isEmpty(),
        expected,
        without.isEmpty() ? "so it is" : without.size() + " of " + opened.size() + " without",
        Inspected.messages(opened.size()),
        (without.isEmpty() ? opened : without).stream().map(ControlView.Said::packet).toList());
  }
}
