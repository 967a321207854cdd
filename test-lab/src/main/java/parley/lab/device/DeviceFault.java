package parley.lab.device;

/** What a simulated device itself does wrong, beside its signalling and its media. */
public enum DeviceFault {
  /** Its user's hang-up is not told to the other side. */
  NEVER_HANGS_UP,
  /** It ends every call by itself soon after it has taken it. */
  HANGS_UP_BY_ITSELF,
  /** It takes a second call by dropping the first. */
  ENDS_FIRST_CALL_FOR_SECOND,
  /** It refuses a second call, and soon after the first falls silent. */
  SILENCES_FIRST_CALL_FOR_SECOND,
  /** It goes on sending media when a call has ended. */
  SENDS_AFTER_RELEASE,
  /** It goes on showing content when its user has stopped it. */
  KEEPS_SHOWING,
  /** It stops its people picture when somebody shows content. */
  DROPS_VIDEO_FOR_CONTENT,
  /** It answers as if it had every codec it is offered. */
  CLAIMS_EVERY_CODEC
}
