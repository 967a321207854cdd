package parley.core.suite;

/** What a protocol has to be able to do here before a case can be run over it. */
public enum Ability {
  /** Media is protected under keys that signalling agrees. */
  MEDIA_PROTECTION,
  /** A second picture is shown beside the first, and who may do so is settled. */
  CONTENT
}
