package parley.h323.control;

import java.util.Optional;
import java.util.Set;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.EndSessionCommand;
import parley.h323.h245.FlowControlCommand;
import parley.h323.h245.FunctionNotSupported;
import parley.h323.h245.FunctionNotUnderstood;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MaintenanceLoopReject;
import parley.h323.h245.MaintenanceLoopRequest;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.RequestChannelClose;
import parley.h323.h245.RequestChannelCloseAck;
import parley.h323.h245.RequestChannelCloseReject;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySet;

/**
 * Takes what the other side sends: every message of H.245 has its place here or in {@link
 * Indications}.
 */
final class Reception {
  private final ControlSession session;
  private final Outbox out;
  private final Indications indications;

  Reception(ControlSession session) {
    this.session = session;
    this.out = session.out;
    this.indications = new Indications(session);
  }

  void take(MultimediaSystemControlMessage message, long now) {
    if (Fragility.endedBy(session.behaviour, message)) {
      endSession();
      return;
    }
    switch (message) {
      case MultimediaSystemControlMessage.Request(var request) -> request(request, message, now);
      case MultimediaSystemControlMessage.Response(var response) ->
          response(response, message, now);
      case MultimediaSystemControlMessage.Command(var command) -> command(command, message, now);
      case MultimediaSystemControlMessage.Indication(var indication) ->
          indications.take(indication, message, now);
      case MultimediaSystemControlMessage.UnrecognizedAlternative _ -> unsupported(message);
    }
  }

  private void request(RequestMessage request, MultimediaSystemControlMessage message, long now) {
    switch (request) {
      case RequestMessage.MasterSlaveDetermination(var numbers) ->
          session.determination.received(numbers, now);
      case RequestMessage.TerminalCapabilitySet(var set) -> capabilities(set, message, now);
      case RequestMessage.OpenLogicalChannel(var channel) -> open(channel);
      case RequestMessage.CloseLogicalChannel(var close) -> {
        int number = close.forwardLogicalChannelNumber();
        expect(session.incoming.closing(number), message, "no such channel is open");
      }
      case RequestMessage.RequestChannelClose(var close) -> requestedClose(close, message, now);
      case RequestMessage.RequestMode(var modes) -> session.modes.requested(modes, false);
      case RequestMessage.RoundTripDelayRequest(var delay) -> session.roundTrip.requested(delay);
      case RequestMessage.MaintenanceLoopRequest(var loop) -> refuseLoop(loop);
      case RequestMessage.GenericRequest(var generic) -> indications.generic(generic, message, now);
      case RequestMessage.ConferenceRequest _ -> {
        out.tell(new ControlEvent.ConferenceMessage(message));
      }
      case RequestMessage.NonStandard _ -> {
        out.tell(new ControlEvent.NonStandard(message));
        notUnderstood(message);
      }
      // For other networks than IP, or for conferences of which we are not the controller.
      case RequestMessage.MultiplexEntrySend _ -> notUnderstood(message);
      case RequestMessage.RequestMultiplexEntry _ -> notUnderstood(message);
      case RequestMessage.CommunicationModeRequest _ -> notUnderstood(message);
      case RequestMessage.MultilinkRequest _ -> notUnderstood(message);
      case RequestMessage.LogicalChannelRateRequest _ -> notUnderstood(message);
      case RequestMessage.UnrecognizedAlternative _ -> unsupported(message);
    }
  }

  private void response(
      ResponseMessage response, MultimediaSystemControlMessage message, long now) {
    switch (response) {
      case ResponseMessage.MasterSlaveDeterminationAck(var ack) ->
          session
              .determination
              .received(ack)
              .ifPresent(why -> out.tell(new ControlEvent.Unexpected(message, why)));
      case ResponseMessage.MasterSlaveDeterminationReject _ ->
          expect(session.determination.rejected(now), message, "no determination is under way");
      case ResponseMessage.TerminalCapabilitySetAck(var ack) ->
          expect(
              session.capabilities.acknowledged(ack.sequenceNumber()),
              message,
              "no capability set of that number waits");
      case ResponseMessage.TerminalCapabilitySetReject(var reject) ->
          expect(
              session.capabilities.rejected(reject),
              message,
              "no capability set of that number waits");
      case ResponseMessage.OpenLogicalChannelAck(var ack) ->
          expect(session.outgoing.acknowledged(ack), message, "no such channel was asked for");
      case ResponseMessage.OpenLogicalChannelReject(var reject) ->
          expect(
              session.outgoing.rejected(reject).isPresent(),
              message,
              "no such channel was asked for");
      case ResponseMessage.CloseLogicalChannelAck(var ack) ->
          expect(
              session.outgoing.closeAcknowledged(ack.forwardLogicalChannelNumber()),
              message,
              "no such channel was being closed");
      case ResponseMessage.RequestChannelCloseAck _ -> session.closeRequest.stop();
      case ResponseMessage.RequestChannelCloseReject(var reject) -> {
        session.closeRequest.stop();
        out.tell(new ControlEvent.CloseRefused(reject.forwardLogicalChannelNumber()));
      }
      case ResponseMessage.RequestModeAck(var ack) ->
          expect(
              session.modes.answered(ack.sequenceNumber(), true), message, "no mode was asked for");
      case ResponseMessage.RequestModeReject(var reject) ->
          expect(
              session.modes.answered(reject.sequenceNumber(), false),
              message,
              "no mode was asked for");
      case ResponseMessage.RoundTripDelayResponse(var delay) ->
          expect(
              session.roundTrip.answered(delay, now),
              message,
              "no request of that number waits for it");
      case ResponseMessage.GenericResponse(var generic) ->
          indications.generic(generic, message, now);
      case ResponseMessage.ConferenceResponse _ ->
          out.tell(new ControlEvent.ConferenceMessage(message));
      case ResponseMessage.CommunicationModeResponse _ ->
          out.tell(new ControlEvent.Unhandled(message));
      case ResponseMessage.NonStandard _ -> out.tell(new ControlEvent.NonStandard(message));
      case ResponseMessage.MultiplexEntrySendAck _ -> unasked(message);
      case ResponseMessage.MultiplexEntrySendReject _ -> unasked(message);
      case ResponseMessage.RequestMultiplexEntryAck _ -> unasked(message);
      case ResponseMessage.RequestMultiplexEntryReject _ -> unasked(message);
      case ResponseMessage.MaintenanceLoopAck _ -> unasked(message);
      case ResponseMessage.MaintenanceLoopReject _ -> unasked(message);
      case ResponseMessage.MultilinkResponse _ -> unasked(message);
      case ResponseMessage.LogicalChannelRateAcknowledge _ -> unasked(message);
      case ResponseMessage.LogicalChannelRateReject _ -> unasked(message);
      case ResponseMessage.UnrecognizedAlternative _ -> unsupported(message);
    }
  }

  private void command(CommandMessage command, MultimediaSystemControlMessage message, long now) {
    switch (command) {
      case CommandMessage.SendTerminalCapabilitySet _ -> {
        if (!session.behaviour.is(Fault.IGNORES_CAPABILITY_REQUEST)) {
          session.sendCapabilities(now);
        }
      }
      case CommandMessage.FlowControlCommand(var flow) -> flow(flow, message);
      case CommandMessage.EndSessionCommand _ -> endSession();
      case CommandMessage.MiscellaneousCommand(var miscellaneous) ->
          miscellaneous(miscellaneous, message);
      case CommandMessage.CommunicationModeCommand(var modes) ->
          out.tell(new ControlEvent.CommunicationModes(modes.communicationModeTable()));
      case CommandMessage.ConferenceCommand _ ->
          out.tell(new ControlEvent.ConferenceMessage(message));
      case CommandMessage.GenericCommand(var generic) -> indications.generic(generic, message, now);
      case CommandMessage.NonStandard _ -> {
        out.tell(new ControlEvent.NonStandard(message));
        notUnderstood(message);
      }
      case CommandMessage.MaintenanceLoopOffCommand _ ->
          out.tell(new ControlEvent.Unhandled(message));
      case CommandMessage.EncryptionCommand _ -> notUnderstood(message);
      case CommandMessage.H223MultiplexReconfiguration _ -> notUnderstood(message);
      case CommandMessage.NewATMVCCommand _ -> notUnderstood(message);
      case CommandMessage.MobileMultilinkReconfigurationCommand _ -> notUnderstood(message);
      case CommandMessage.UnrecognizedAlternative _ -> unsupported(message);
    }
  }

  private void expect(boolean fits, MultimediaSystemControlMessage message, String otherwise) {
    if (!fits) {
      out.tell(new ControlEvent.Unexpected(message, otherwise));
    }
  }

  private void unasked(MultimediaSystemControlMessage message) {
    out.tell(new ControlEvent.Unexpected(message, "nothing of the kind was asked for"));
  }

  private void capabilities(
      TerminalCapabilitySet set, MultimediaSystemControlMessage message, long now) {
    if (!session.capabilities.received(set)) {
      return;
    }
    session
        .capabilities
        .theirs()
        .ifPresent(
            table -> {
              if (table.isEmpty()) {
                session.pausedByThem(now);
              } else {
                session.resumedByThem(now);
              }
              Set<Integer> undefined = table.undefined();
              expect(
                  undefined.isEmpty(), message, "descriptors use undefined entries " + undefined);
            });
  }

  private void open(OpenLogicalChannel request) {
    Optional<Format> ours =
        request.forwardLogicalChannelParameters().dataType()
                instanceof parley.h323.h245.DataType.VideoData
            ? session.outgoing.of(MediaKind.VIDEO).map(LogicalChannel::format)
            : session.outgoing.of(MediaKind.AUDIO).map(LogicalChannel::format);
    session.incoming.requested(
        request, session.media(), session.weAreMaster(), ours, session.sessions());
  }

  private void requestedClose(
      RequestChannelClose request, MultimediaSystemControlMessage message, long now) {
    if (session.behaviour.is(Fault.IGNORES_CLOSE_REQUEST)) {
      return;
    }
    int number = request.forwardLogicalChannelNumber();
    Optional<LogicalChannel> channel = session.outgoing.find(number);
    if (channel.isEmpty()) {
      out.send(
          new ResponseMessage.RequestChannelCloseReject(
              RequestChannelCloseReject.with()
                  .forwardLogicalChannelNumber(number)
                  .cause(new RequestChannelCloseReject.Cause.Unspecified())
                  .build()));
      out.tell(new ControlEvent.Unexpected(message, "we have no such channel"));
      return;
    }
    out.tell(new ControlEvent.CloseRequested(channel.get(), request));
    out.send(
        new ResponseMessage.RequestChannelCloseAck(
            RequestChannelCloseAck.with().forwardLogicalChannelNumber(number).build()));
    if (!session.behaviour.is(Fault.AGREES_TO_CLOSE_ONLY)) {
      session.outgoing.closeAtTheirRequest(number, now);
    }
  }

  private void refuseLoop(MaintenanceLoopRequest request) {
    MaintenanceLoopReject.Type type =
        switch (request.type()) {
          case MaintenanceLoopRequest.Type.SystemLoop _ ->
              new MaintenanceLoopReject.Type.SystemLoop();
          case MaintenanceLoopRequest.Type.MediaLoop(int channel) ->
              new MaintenanceLoopReject.Type.MediaLoop(channel);
          case MaintenanceLoopRequest.Type.LogicalChannelLoop(int channel) ->
              new MaintenanceLoopReject.Type.LogicalChannelLoop(channel);
          case MaintenanceLoopRequest.Type.UnrecognizedAlternative(int index, var octets) ->
              new MaintenanceLoopReject.Type.UnrecognizedAlternative(index, octets);
        };
    out.send(
        new ResponseMessage.MaintenanceLoopReject(
            MaintenanceLoopReject.with()
                .type(type)
                .cause(new MaintenanceLoopReject.Cause.CanNotPerformLoop())
                .build()));
  }

  private void flow(FlowControlCommand flow, MultimediaSystemControlMessage message) {
    if (session.behaviour.is(Fault.IGNORES_FLOW_CONTROL)) {
      return;
    }
    Optional<Long> rate =
        flow.restriction() instanceof FlowControlCommand.Restriction.MaximumBitRate(int hundreds)
            ? Optional.of(hundreds * 100L)
            : Optional.empty();
    switch (flow.scope()) {
      case FlowControlCommand.Scope.LogicalChannelNumber(int channel) ->
          out.tell(new ControlEvent.FlowControlled(Optional.of(channel), rate));
      case FlowControlCommand.Scope.WholeMultiplex _ ->
          out.tell(new ControlEvent.FlowControlled(Optional.empty(), rate));
      case FlowControlCommand.Scope.ResourceID _ -> out.tell(new ControlEvent.Unhandled(message));
    }
  }

  private void endSession() {
    boolean answer = !session.hasEnded() && !session.behaviour.is(Fault.IGNORES_END);
    if (answer) {
      out.send(new CommandMessage.EndSessionCommand(new EndSessionCommand.Disconnect()));
      session.end(true);
    }
    session.end(false);
    out.tell(new ControlEvent.SessionEnded(false));
  }

  private void miscellaneous(MiscellaneousCommand command, MultimediaSystemControlMessage message) {
    int channel = command.logicalChannelNumber();
    switch (command.type()) {
      case MiscellaneousCommand.Type.VideoFastUpdatePicture _ ->
          intra(channel, new IntraScope.Picture());
      case MiscellaneousCommand.Type.VideoFastUpdateGOB blocks ->
          intra(channel, new IntraScope.GroupsOfBlocks(blocks.firstGOB(), blocks.numberOfGOBs()));
      case MiscellaneousCommand.Type.VideoFastUpdateMB blocks ->
          intra(
              channel,
              new IntraScope.Macroblocks(
                  blocks.firstGOB(), blocks.firstMB(), blocks.numberOfMBs()));
      case MiscellaneousCommand.Type.VideoFreezePicture _ ->
          out.tell(new ControlEvent.FreezeRequested(channel));
      case MiscellaneousCommand.Type.EncryptionUpdate(var key) ->
          out.tell(new ControlEvent.KeyUpdated(channel, key));
      case MiscellaneousCommand.Type.EncryptionUpdateCommand update ->
          out.tell(new ControlEvent.KeyUpdated(channel, update.encryptionSync()));
      case MiscellaneousCommand.Type.EncryptionUpdateRequest _ ->
          out.tell(new ControlEvent.KeyUpdateRequested(channel));
      case MiscellaneousCommand.Type.EncryptionUpdateAck _ ->
          out.tell(new ControlEvent.KeyUpdateAcknowledged(channel));
      default -> out.tell(new ControlEvent.Unhandled(message));
    }
  }

  private void intra(int channel, IntraScope scope) {
    if (!session.behaviour.is(Fault.IGNORES_FAST_UPDATE)) {
      out.tell(new ControlEvent.IntraRequested(channel, scope));
    }
  }

  /** Says that we know the message and do nothing for it (H.245 clause 7.13). */
  private void notUnderstood(MultimediaSystemControlMessage message) {
    out.tell(new ControlEvent.Unhandled(message));
    if (session.behaviour.is(Fault.IGNORES_UNKNOWN)) {
      return;
    }
    Optional<FunctionNotUnderstood> returned =
        switch (message) {
          case MultimediaSystemControlMessage.Request(var request) ->
              Optional.of(new FunctionNotUnderstood.Request(request));
          case MultimediaSystemControlMessage.Response(var response) ->
              Optional.of(new FunctionNotUnderstood.Response(response));
          case MultimediaSystemControlMessage.Command(var command) ->
              Optional.of(new FunctionNotUnderstood.Command(command));
          case MultimediaSystemControlMessage.Indication _ -> Optional.empty();
          case MultimediaSystemControlMessage.UnrecognizedAlternative _ -> Optional.empty();
        };
    returned.ifPresent(it -> out.send(new IndicationMessage.FunctionNotUnderstood(it)));
  }

  /** Says that a message is of a later version (H.245 clause 7.14). */
  private void unsupported(MultimediaSystemControlMessage message) {
    out.tell(new ControlEvent.Unhandled(message));
    if (!session.behaviour.is(Fault.IGNORES_UNKNOWN)) {
      out.send(
          new IndicationMessage.FunctionNotSupported(
              FunctionNotSupported.with()
                  .cause(new FunctionNotSupported.Cause.UnknownFunction())
                  .returnedFunction(message.encode())
                  .build()));
    }
  }
}
