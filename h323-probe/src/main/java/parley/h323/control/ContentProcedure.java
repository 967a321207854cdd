package parley.h323.control;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.core.call.MediaKind;
import parley.h323.content.ContentMessage;
import parley.h323.content.ContentStep;
import parley.h323.content.ContentToken;
import parley.h323.control.ControlBehaviour.Fault;

/** Showing content in a call: the token of H.239 and the channel that goes with it. */
final class ContentProcedure {
  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final OutgoingChannels outgoing;
  private final ContentToken token;
  private final Deadline timer = new Deadline();
  private boolean granted;

  ContentProcedure(
      ControlConfiguration configuration,
      ControlBehaviour behaviour,
      RandomGenerator random,
      OutgoingChannels outgoing,
      Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
    this.outgoing = outgoing;
    this.token = new ContentToken(random, configuration.yieldsContent());
  }

  Deadline timer() {
    return timer;
  }

  /** True where we may show and have a channel to ask for. */
  boolean shows() {
    return granted;
  }

  ContentToken.State state() {
    return token.state();
  }

  void show(long now) {
    if (behaviour.is(Fault.SHOWS_WITHOUT_TOKEN)) {
      granted = true;
      return;
    }
    follow(token.ask(outgoing.nextNumber()), now);
  }

  void stop(long now) {
    granted = false;
    closeOurs(now);
    follow(token.release(), now);
  }

  void received(ContentMessage message, long now) {
    out.tell(new ControlEvent.ContentMessageReceived(message));
    if (!behaviour.is(Fault.IGNORES_CONTENT)) {
      follow(token.received(message), now);
    }
  }

  void reset() {
    granted = false;
    token.reset();
    timer.stop();
  }

  void tick(long now) {
    if (timer.hasPassed(now)) {
      out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.CONTENT_TOKEN));
      follow(token.timeOut(), now);
    }
  }

  private void closeOurs(long now) {
    Optional<LogicalChannel> ours = outgoing.of(MediaKind.CONTENT);
    ours.ifPresent(channel -> outgoing.close(channel.number(), now));
  }

  private void follow(List<ContentStep> steps, long now) {
    for (ContentStep step : steps) {
      switch (step) {
        case ContentStep.Send(var message) -> out.send(message.message());
        case ContentStep.Granted _ -> {
          granted = true;
          out.tell(new ControlEvent.ContentGranted());
        }
        case ContentStep.Refused _ -> out.tell(new ControlEvent.ContentRefused());
        case ContentStep.Taken(boolean weWereShowing) -> {
          granted = false;
          if (weWereShowing) {
            closeOurs(now);
          }
          out.tell(new ControlEvent.ContentTaken());
        }
        case ContentStep.Released _ -> out.tell(new ControlEvent.ContentReleased());
        case ContentStep.Unexpected _ -> {
          // The message itself has been told; there is nothing to do about it.
        }
      }
    }
    if (token.state() == ContentToken.State.ASKED) {
      timer.start(now, configuration.timers().contentToken());
    } else {
      timer.stop();
    }
  }
}
