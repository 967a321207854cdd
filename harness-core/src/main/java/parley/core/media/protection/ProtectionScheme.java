package parley.core.media.protection;

import parley.core.call.MediaProtection;

/** A family of transforms, found by {@link java.util.ServiceLoader}; its name is in signalling. */
public interface ProtectionScheme {
  /** Whether this is one of its algorithms. */
  boolean knows(String algorithm);

  /**
   * Begins a stream.
   *
   * @param protection of an algorithm it knows; where the key does not fit, the transform refuses
   *     every packet and says so
   */
  PacketProtection open(MediaProtection protection);
}
