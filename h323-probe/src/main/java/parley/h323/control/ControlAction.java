package parley.h323.control;

import parley.h323.h245.MultimediaSystemControlMessage;

/** What a control session wants done or known, in order. */
public sealed interface ControlAction permits ControlAction.Send, ControlEvent {
  /** Send this message to the other side. */
  record Send(MultimediaSystemControlMessage message) implements ControlAction {}
}
