package parley.h323.control;

import java.util.ArrayList;
import java.util.List;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** Collects what one input leads to, in order. */
final class Outbox {
  private final List<ControlAction> actions = new ArrayList<>();

  void send(RequestMessage request) {
    send(new MultimediaSystemControlMessage.Request(request));
  }

  void send(ResponseMessage response) {
    send(new MultimediaSystemControlMessage.Response(response));
  }

  void send(CommandMessage command) {
    send(new MultimediaSystemControlMessage.Command(command));
  }

  void send(IndicationMessage indication) {
    send(new MultimediaSystemControlMessage.Indication(indication));
  }

  void send(MultimediaSystemControlMessage message) {
    actions.add(new ControlAction.Send(message));
  }

  void tell(ControlEvent event) {
    actions.add(event);
  }

  List<ControlAction> drain() {
    List<ControlAction> all = List.copyOf(actions);
    actions.clear();
    return all;
  }
}
