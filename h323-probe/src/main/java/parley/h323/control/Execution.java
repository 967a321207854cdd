package parley.h323.control;

import java.util.Optional;
import parley.core.call.MediaDescription;
import parley.core.call.MediaLine;
import parley.h323.capability.CapabilityTable;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.EncryptionUpdateDirection;
import parley.h323.h245.EncryptionUpdateRequest;
import parley.h323.h245.EndSessionCommand;
import parley.h323.h245.FlowControlCommand;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.RequestChannelClose;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.SendTerminalCapabilitySet;
import parley.h323.h245.UserInputIndication;

/** Does what a control session is told. */
final class Execution {
  private final ControlSession session;
  private final Outbox out;

  Execution(ControlSession session) {
    this.session = session;
    this.out = session.out;
  }

  void perform(ControlCommand command, long now) {
    switch (command) {
      case ControlCommand.Propose(var media) -> propose(media, now);
      case ControlCommand.Open open -> open(open, now);
      case ControlCommand.Close(int channel) -> session.outgoing.close(channel, now);
      case ControlCommand.RequestClose(int channel) -> requestClose(channel, now);
      case ControlCommand.Accept(int channel) ->
          session.incoming.accept(channel, session.media(), session.weAreMaster());
      case ControlCommand.Refuse(int channel, var cause) -> session.incoming.refuse(channel, cause);
      case ControlCommand.Pause _ -> session.pause(now);
      case ControlCommand.Resume _ -> session.resume(now);
      case ControlCommand.RequestIntra(int channel, var scope) -> intra(channel, scope);
      case ControlCommand.LimitRate(var channel, var rate) -> limit(channel, rate);
      case ControlCommand.SendUserInput(var input) ->
          out.send(new IndicationMessage.UserInput(indication(input)));
      case ControlCommand.RequestModes(var modes) -> session.modes.ask(modes, now);
      case ControlCommand.MeasureRoundTrip _ -> session.roundTrip.ask(now);
      case ControlCommand.RequestCapabilities _ ->
          out.send(
              new CommandMessage.SendTerminalCapabilitySet(
                  new SendTerminalCapabilitySet.GenericRequest()));
      case ControlCommand.ShowContent _ -> show(now);
      case ControlCommand.StopContent _ -> session.content.stop(now);
      case ControlCommand.UpdateKey update -> updateKey(update);
      case ControlCommand.RequestKeyUpdate(int channel) ->
          miscellaneous(
              channel,
              new MiscellaneousCommand.Type.EncryptionUpdateRequest(
                  EncryptionUpdateRequest.with().build()));
      case ControlCommand.SendMessage(var message) -> out.send(message);
      case ControlCommand.End _ -> end();
    }
  }

  private void propose(MediaDescription media, long now) {
    session.media(media);
    session.outgoing.tryAgain();
    for (LogicalChannel channel : session.outgoing.open()) {
      boolean sends =
          media
              .line(channel.kind())
              .filter(line -> line.direction().sends())
              .filter(line -> FormatMatch.in(line, channel.format()).isPresent())
              .isPresent();
      if (!sends) {
        session.outgoing.close(channel.number(), now);
      }
    }
    boolean receives =
        media.lines().stream().anyMatch(line -> !line.refused() && line.direction().receives());
    if (!receives) {
      session.pause(now);
      return;
    }
    for (LogicalChannel channel : session.incoming.open()) {
      boolean stays =
          media.line(channel.kind()).filter(line -> line.direction().receives()).isPresent();
      if (!stays) {
        requestClose(channel.number(), now);
      }
    }
    session.resume(now);
  }

  /** Nobody is asked for the token who did not say that it knows H.239. */
  private void show(long now) {
    boolean known =
        session.capabilities.theirs().filter(CapabilityTable::hasContentControl).isPresent();
    if (known) {
      session.content.show(now);
    } else {
      out.tell(new ControlEvent.ContentRefused());
    }
  }

  private void open(ControlCommand.Open open, long now) {
    Optional<MediaLine> line = session.media().line(open.kind());
    line.ifPresent(
        ours ->
            session
                .configuration
                .formats()
                .offered(open.kind(), open.format())
                .ifPresent(
                    medium ->
                        session.outgoing.askRegardless(
                            ours,
                            medium,
                            open.format(),
                            session.weAreMaster(),
                            session.sessions(),
                            now)));
  }

  private void requestClose(int channel, long now) {
    session.closeRequest.start(now, session.configuration.timers().close());
    out.send(
        new RequestMessage.RequestChannelClose(
            RequestChannelClose.with()
                .forwardLogicalChannelNumber(channel)
                .reason(new RequestChannelClose.Reason.Normal())
                .build()));
  }

  private void intra(int channel, IntraScope scope) {
    miscellaneous(
        channel,
        switch (scope) {
          case IntraScope.Picture _ -> new MiscellaneousCommand.Type.VideoFastUpdatePicture();
          case IntraScope.GroupsOfBlocks(int first, int count) ->
              MiscellaneousCommand.Type.VideoFastUpdateGOB.with()
                  .firstGOB(first)
                  .numberOfGOBs(count)
                  .build();
          case IntraScope.Macroblocks(var group, var block, int count) ->
              MiscellaneousCommand.Type.VideoFastUpdateMB.with()
                  .firstGOB(group)
                  .firstMB(block)
                  .numberOfMBs(count)
                  .build();
        });
  }

  private void miscellaneous(int channel, MiscellaneousCommand.Type type) {
    out.send(
        new CommandMessage.MiscellaneousCommand(
            MiscellaneousCommand.with().logicalChannelNumber(channel).type(type).build()));
  }

  private void limit(Optional<Integer> channel, Optional<Long> bitsPerSecond) {
    FlowControlCommand.Scope scope =
        channel.isPresent()
            ? new FlowControlCommand.Scope.LogicalChannelNumber(channel.get())
            : new FlowControlCommand.Scope.WholeMultiplex();
    FlowControlCommand.Restriction restriction =
        bitsPerSecond.isPresent()
            ? new FlowControlCommand.Restriction.MaximumBitRate(
                (int) Math.min((bitsPerSecond.get() + 99) / 100, 16_777_215))
            : new FlowControlCommand.Restriction.NoRestriction();
    out.send(
        new CommandMessage.FlowControlCommand(
            FlowControlCommand.with().scope(scope).restriction(restriction).build()));
  }

  private static UserInputIndication indication(UserInput input) {
    return switch (input) {
      case UserInput.Text(String characters) -> new UserInputIndication.Alphanumeric(characters);
      case UserInput.Signal(char digit, var milliseconds) ->
          UserInputIndication.Signal.with()
              .signalType(String.valueOf(digit))
              .duration(milliseconds)
              .build();
      case UserInput.SignalUpdate(int milliseconds) ->
          UserInputIndication.SignalUpdate.with().duration(milliseconds).build();
    };
  }

  private void updateKey(ControlCommand.UpdateKey update) {
    // Channels of both sides may have the same number; the direction tells them apart.
    boolean fromMaster = update.outgoing() == session.weAreMaster();
    out.send(
        new CommandMessage.MiscellaneousCommand(
            MiscellaneousCommand.with()
                .logicalChannelNumber(update.channel())
                .type(
                    MiscellaneousCommand.Type.EncryptionUpdateCommand.with()
                        .encryptionSync(update.key())
                        .build())
                .direction(
                    fromMaster
                        ? new EncryptionUpdateDirection.MasterToSlave()
                        : new EncryptionUpdateDirection.SlaveToMaster())
                .build()));
    if (update.outgoing()) {
      session
          .outgoing
          .find(update.channel())
          .ifPresent(
              channel -> session.outgoing.replace(channel.withKey(Optional.of(update.key()))));
    } else {
      session
          .incoming
          .find(update.channel())
          .ifPresent(
              channel -> session.incoming.replace(channel.withKey(Optional.of(update.key()))));
    }
  }

  private void end() {
    out.send(new CommandMessage.EndSessionCommand(new EndSessionCommand.Disconnect()));
    session.end(true);
    out.tell(new ControlEvent.SessionEnded(true));
  }
}
