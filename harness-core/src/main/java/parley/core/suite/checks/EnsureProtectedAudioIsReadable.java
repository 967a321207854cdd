package parley.core.suite.checks;

import java.util.List;
import java.util.stream.Stream;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;

/**
 * The protection can be taken off what the candidate sends as audio, from two in three packets at
 * least: one whose padding or whose tag makes no sense was made with another key.
 */
public record EnsureProtectedAudioIsReadable() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.235.6 §9");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "two in three packets of audio can be read with the agreed key";
    List<MediaFlow.Arrival> read =
        view.received(MediaKind.AUDIO).stream()
            .filter(packet -> packet.protection().isPresent())
            .toList();
    List<CallView.Unreadable> unreadable =
        view.unreadable().stream()
            .filter(each -> each.heading() == Heading.RECEIVED && each.kind() == MediaKind.AUDIO)
            .toList();
    int all = read.size() + unreadable.size();
    if (all == 0) {
      return new Outcome.Undecided(expected, "no protected audio came");
    }
    String problem = unreadable.isEmpty() ? "" : "; the others: " + unreadable.getFirst().problem();
    return Outcome.of(
        read.size() * 3L >= all * 2L,
        expected,
        read.size() + " of " + all + " can" + problem,
        Inspected.packets(all),
        Stream.concat(
                unreadable.stream().map(CallView.Unreadable::number),
                read.stream().map(MediaFlow.Arrival::number))
            .limit(5)
            .sorted()
            .toList());
  }
}
