package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.q931.MessageType;
import parley.h323.reader.H323Messages;

/** It answers the end of the H.245 session with its own, or ends the call. */
public record EnsureSessionEndIsAnswered() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.5");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "endSessionCommand, Release Complete or the end of the connection";
    Optional<ControlView.Said<CommandMessage.EndSessionCommand>> ours =
        view.first(Heading.SENT, CommandMessage.EndSessionCommand.class);
    if (ours.isEmpty()) {
      return new Outcome.Undecided(expected, "we could not end the session");
    }
    long release =
        view.entries().stream()
            .filter(each -> each.heading() == Heading.SENT && Endings.isRelease(each))
            .mapToLong(H323Messages.Entry::packet)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    Optional<Long> answer =
        view.entries().stream()
            .filter(each -> each.heading() == Heading.RECEIVED)
            .filter(each -> each.packet() > ours.get().packet() && each.packet() < release)
            .filter(Endings::is)
            .map(H323Messages.Entry::packet)
            .findFirst();
    return Outcome.of(
        answer.isPresent(),
        expected,
        answer.isPresent() ? "it came" : "nothing of it before we released the call",
        Inspected.messages(1),
        List.of(answer.orElse(ours.get().packet())));
  }

  private static final class Endings {
    static boolean isRelease(H323Messages.Entry entry) {
      return entry instanceof H323Messages.Entry.Signal signal
          && signal.message().q931().type().equals(MessageType.RELEASE_COMPLETE);
    }

    static boolean is(H323Messages.Entry entry) {
      return switch (entry) {
        case H323Messages.Entry.Control control ->
            control.message()
                instanceof
                MultimediaSystemControlMessage.Command(CommandMessage.EndSessionCommand _);
        case H323Messages.Entry.Signal _ -> isRelease(entry);
        case H323Messages.Entry.Closed _ -> true;
        case H323Messages.Entry.Empty _ -> false;
        case H323Messages.Entry.Unreadable _ -> false;
      };
    }
  }
}
