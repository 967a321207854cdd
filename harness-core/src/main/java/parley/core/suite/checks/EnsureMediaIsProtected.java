package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/** Every media packet of one kind from the candidate is protected under a key that was agreed. */
public record EnsureMediaIsProtected(MediaKind kind) implements Check<CallView> {
  private static final int SHOWN = 5;

  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.235.6 §9");
  }

  @Override
  public String name() {
    return switch (kind) {
      case AUDIO -> "EnsureAudioIsProtected";
      case VIDEO -> "EnsureVideoIsProtected";
      case CONTENT -> "EnsureContentIsProtected";
      case OTHER -> "EnsureDataIsProtected";
    };
  }

  @Override
  public Outcome examine(CallView view) {
    String what = kind.name().toLowerCase(Locale.ROOT);
    String expected = "every " + what + " packet of the candidate under an agreed key";
    Optional<CallEvent.Answered> answered = view.answered();
    if (answered.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<MediaFlow.Arrival> came = view.received(kind);
    List<CallView.Unreadable> unreadable =
        view.unreadable().stream()
            .filter(each -> each.heading() == Heading.RECEIVED && each.kind() == kind)
            .toList();
    long all = (long) came.size() + unreadable.size();
    if (all == 0) {
      return new Outcome.Violated(
          expected,
          "no " + what + " packet came",
          Inspected.messages(1),
          List.of(answered.get().packet()));
    }
    List<MediaFlow.Arrival> clear =
        came.stream().filter(packet -> packet.protection().isEmpty()).toList();
    if (!clear.isEmpty()) {
      return new Outcome.Violated(
          expected,
          clear.size() + " of " + all + " packets came where no key was agreed",
          Inspected.packets(all),
          clear.stream().map(MediaFlow.Arrival::number).limit(SHOWN).toList());
    }
    if (!unreadable.isEmpty()) {
      return new Outcome.Violated(
          expected,
          unreadable.size()
              + " of "
              + all
              + " packets cannot be read with it: "
              + unreadable.getFirst().problem(),
          Inspected.packets(all),
          unreadable.stream().map(CallView.Unreadable::number).limit(SHOWN).toList());
    }
    return new Outcome.Satisfied(
        expected,
        "all " + all + " with " + came.getFirst().protection().orElse(""),
        Inspected.packets(all),
        List.of(came.getFirst().number()));
  }
}
