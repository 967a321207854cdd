package parley.h323.security;

import parley.core.call.MediaProtection;
import parley.h323.h245.EncryptionSync;

/**
 * The key of one logical channel.
 *
 * @param sync what H.245 says of it
 * @param protection what media does with it
 */
public record ChannelKey(EncryptionSync sync, MediaProtection protection) {
  /** What an EncryptionSync turned out to be. */
  public sealed interface Reading {
    record Read(ChannelKey key) implements Reading {}

    record Unusable(String problem) implements Reading {}
  }
}
