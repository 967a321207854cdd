package parley.h323.control;

import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** Messages that are the end of a call with a device that cannot bear them. */
final class Fragility {
  private Fragility() {}

  static boolean endedBy(ControlBehaviour behaviour, MultimediaSystemControlMessage message) {
    return switch (message) {
      case MultimediaSystemControlMessage.Request(RequestMessage.GenericRequest _) ->
          behaviour.is(Fault.ENDS_ON_GENERIC);
      case MultimediaSystemControlMessage.Indication(IndicationMessage.NonStandard _) ->
          behaviour.is(Fault.ENDS_ON_NON_STANDARD);
      case MultimediaSystemControlMessage.Indication(IndicationMessage.UserInput _) ->
          behaviour.is(Fault.ENDS_ON_USER_INPUT);
      case MultimediaSystemControlMessage.Response(ResponseMessage.OpenLogicalChannelReject _) ->
          behaviour.is(Fault.ENDS_ON_REFUSAL);
      case MultimediaSystemControlMessage.Command(
              CommandMessage.MiscellaneousCommand(MiscellaneousCommand command)) ->
          endedBy(behaviour, command.type());
      default -> false;
    };
  }

  private static boolean endedBy(ControlBehaviour behaviour, MiscellaneousCommand.Type type) {
    return switch (type) {
      case MiscellaneousCommand.Type.VideoFreezePicture _ -> behaviour.is(Fault.ENDS_ON_FREEZE);
      case MiscellaneousCommand.Type.VideoFastUpdateGOB _ ->
          behaviour.is(Fault.ENDS_ON_BLOCK_UPDATE);
      case MiscellaneousCommand.Type.VideoFastUpdateMB _ ->
          behaviour.is(Fault.ENDS_ON_BLOCK_UPDATE);
      default -> false;
    };
  }
}
