package parley.h323.control;

import java.util.List;
import parley.h323.h245.EncryptionSync;
import parley.h323.per.ObjectIdentifier;

/**
 * Makes the session keys of a call (H.235.6). The session asks for one where it is the master and a
 * channel is encrypted: for its own channels when it opens them, for the other side's when it takes
 * them.
 */
public interface ChannelSecurity {
  /** Algorithms in order of preference; the first that both sides have is used. */
  List<ObjectIdentifier> algorithms();

  /** True where a channel that is not encrypted is neither opened nor taken. */
  boolean required();

  /** A key for this channel; its synchFlag is the channel's payload type. */
  EncryptionSync key(LogicalChannel channel, ObjectIdentifier algorithm);
}
