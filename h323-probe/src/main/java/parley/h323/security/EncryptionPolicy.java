package parley.h323.security;

/** Whether media is to be encrypted. */
public enum EncryptionPolicy {
  /** Nothing is said about it, and nothing accepted. */
  OFF,
  /** Encrypted where both sides can, in clear where not. */
  WHEN_POSSIBLE,
  /** Encrypted or not at all. */
  REQUIRED
}
