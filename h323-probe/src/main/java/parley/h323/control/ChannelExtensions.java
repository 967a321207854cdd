package parley.h323.control;

import java.util.List;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.OpenLogicalChannel;

/** What others put into the messages that open channels and take them (H.460.19). */
public interface ChannelExtensions {
  /** Into the opening of a channel of ours. */
  List<GenericMessage> opening(LogicalChannel channel);

  /** Into the acknowledgement of a channel of theirs. */
  List<GenericMessage> accepting(LogicalChannel channel, OpenLogicalChannel request);

  /** Nothing at all. */
  static ChannelExtensions none() {
    return new ChannelExtensions() {
      @Override
      public List<GenericMessage> opening(LogicalChannel channel) {
        return List.of();
      }

      @Override
      public List<GenericMessage> accepting(LogicalChannel channel, OpenLogicalChannel request) {
        return List.of();
      }
    };
  }
}
