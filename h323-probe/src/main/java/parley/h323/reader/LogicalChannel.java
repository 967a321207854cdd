package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.record.Heading;

/**
 * One logical channel for media, as the messages about it say.
 *
 * @param sender SENT where the harness sends on it
 * @param number chosen by the sender
 * @param senderControl where the sender of media takes RTCP
 * @param media where the receiver of media takes RTP
 * @param control where the receiver of media takes RTCP
 */
record LogicalChannel(
    Heading sender,
    int number,
    int session,
    MediaKind kind,
    Format format,
    State state,
    Optional<InetSocketAddress> senderControl,
    Optional<InetSocketAddress> media,
    Optional<InetSocketAddress> control) {
  enum State {
    ASKED,
    OPEN,
    REFUSED,
    CLOSED
  }

  LogicalChannel in(State next) {
    return new LogicalChannel(
        sender, number, session, kind, format, next, senderControl, media, control);
  }

  LogicalChannel under(int payloadType) {
    return new LogicalChannel(
        sender,
        number,
        session,
        kind,
        format.withPayloadType(payloadType),
        state,
        senderControl,
        media,
        control);
  }

  LogicalChannel receivedAt(
      Optional<InetSocketAddress> rtp, Optional<InetSocketAddress> rtcp, int agreedSession) {
    return new LogicalChannel(
        sender, number, agreedSession, kind, format, State.OPEN, senderControl, rtp, rtcp);
  }

  boolean open() {
    return state == State.OPEN;
  }
}
