package parley.h323.control;

import java.util.Optional;
import parley.h323.content.ContentMessage;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MiscellaneousIndication;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.UserInputIndication;

/** Takes indications, which ask for nothing, and generic messages of whatever class. */
final class Indications {
  private final ControlSession session;
  private final Outbox out;

  Indications(ControlSession session) {
    this.session = session;
    this.out = session.out;
  }

  void take(IndicationMessage indication, MultimediaSystemControlMessage message, long now) {
    switch (indication) {
      case IndicationMessage.UserInput(var input) -> userInput(input, message);
      case IndicationMessage.MasterSlaveDeterminationRelease _ -> session.determination.released();
      case IndicationMessage.TerminalCapabilitySetRelease _ ->
          out.tell(new ControlEvent.Unexpected(message, "it did not get our answer in time"));
      case IndicationMessage.OpenLogicalChannelConfirm _ ->
          out.tell(new ControlEvent.Unhandled(message));
      case IndicationMessage.RequestModeRelease _ -> out.tell(new ControlEvent.Unhandled(message));
      case IndicationMessage.RequestChannelCloseRelease _ ->
          out.tell(new ControlEvent.Unhandled(message));
      case IndicationMessage.MiscellaneousIndication(var activity) -> {
        int channel = activity.logicalChannelNumber();
        switch (activity.type()) {
          case MiscellaneousIndication.Type.LogicalChannelActive _ ->
              out.tell(new ControlEvent.ChannelActivity(channel, true));
          case MiscellaneousIndication.Type.LogicalChannelInactive _ ->
              out.tell(new ControlEvent.ChannelActivity(channel, false));
          default -> out.tell(new ControlEvent.Unhandled(message));
        }
      }
      case IndicationMessage.GenericIndication(var generic) -> generic(generic, message, now);
      case IndicationMessage.ConferenceIndication _ ->
          out.tell(new ControlEvent.ConferenceMessage(message));
      case IndicationMessage.FunctionNotUnderstood _ ->
          out.tell(new ControlEvent.NotUnderstood(message));
      case IndicationMessage.FunctionNotSupported _ ->
          out.tell(new ControlEvent.NotUnderstood(message));
      case IndicationMessage.NonStandard _ -> out.tell(new ControlEvent.NonStandard(message));
      // An indication asks for nothing, so nothing is answered to one that means nothing here.
      case IndicationMessage.MultiplexEntrySendRelease _ -> unhandled(message);
      case IndicationMessage.RequestMultiplexEntryRelease _ -> unhandled(message);
      case IndicationMessage.JitterIndication _ -> unhandled(message);
      case IndicationMessage.H223SkewIndication _ -> unhandled(message);
      case IndicationMessage.NewATMVCIndication _ -> unhandled(message);
      case IndicationMessage.H2250MaximumSkewIndication _ -> unhandled(message);
      case IndicationMessage.McLocationIndication _ -> unhandled(message);
      case IndicationMessage.VendorIdentification _ -> unhandled(message);
      case IndicationMessage.MultilinkIndication _ -> unhandled(message);
      case IndicationMessage.LogicalChannelRateRelease _ -> unhandled(message);
      case IndicationMessage.FlowControlIndication _ -> unhandled(message);
      case IndicationMessage.MobileMultilinkReconfigurationIndication _ -> unhandled(message);
      case IndicationMessage.UnrecognizedAlternative _ -> unhandled(message);
    }
  }

  private void unhandled(MultimediaSystemControlMessage message) {
    out.tell(new ControlEvent.Unhandled(message));
  }

  void generic(GenericMessage generic, MultimediaSystemControlMessage message, long now) {
    Optional<ContentMessage> content = ContentMessage.of(generic);
    if (content.isPresent()) {
      session.content.received(content.get(), now);
      return;
    }
    out.tell(new ControlEvent.GenericMessageReceived(message, generic));
  }

  private void userInput(UserInputIndication input, MultimediaSystemControlMessage message) {
    Optional<UserInput> read =
        switch (input) {
          case UserInputIndication.Alphanumeric(String text) ->
              Optional.of(new UserInput.Text(text));
          case UserInputIndication.ExtendedAlphanumeric extended ->
              Optional.of(new UserInput.Text(extended.alphanumeric()));
          case UserInputIndication.Signal signal ->
              signal.signalType().length() == 1 && "0123456789#*ABCD!".contains(signal.signalType())
                  ? Optional.of(
                      new UserInput.Signal(signal.signalType().charAt(0), signal.duration()))
                  : Optional.empty();
          case UserInputIndication.SignalUpdate update ->
              Optional.of(new UserInput.SignalUpdate(update.duration()));
          case UserInputIndication.NonStandard _ -> Optional.empty();
          case UserInputIndication.UserInputSupportIndication _ -> Optional.empty();
          case UserInputIndication.EncryptedAlphanumeric _ -> Optional.empty();
          case UserInputIndication.GenericInformation _ -> Optional.empty();
          case UserInputIndication.UnrecognizedAlternative _ -> Optional.empty();
        };
    out.tell(
        read.<ControlEvent>map(ControlEvent.UserInputReceived::new)
            .orElseGet(() -> new ControlEvent.Unhandled(message)));
  }
}
