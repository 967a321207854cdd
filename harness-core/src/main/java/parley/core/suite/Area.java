package parley.core.suite;

/** What part of interworking a case belongs to. */
public enum Area {
  /** The laboratory itself. */
  LABORATORY,
  REGISTRATION,
  CALL,
  NEGOTIATION,
  AUDIO,
  VIDEO,
  MEDIA
}
