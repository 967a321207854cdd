package parley.h323.control;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.h323.capability.ContentRole;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.GenericMessage;
import parley.h323.per.ObjectIdentifier;

/**
 * A stream of one medium in one direction (H.245 clause 8.4). Each side numbers those it sends on,
 * so a channel is known by its number and its direction.
 *
 * @param number 1 to 65535
 * @param outgoing we send on it
 * @param sessionId RTP session: 1 audio, 2 video, 3 data, more by agreement; 0 while not assigned
 * @param dataType as it stands in the message that opened it
 * @param format what it carries, with the payload type in use
 * @param rtp where RTP goes: the other side's address of an outgoing channel, ours of an incoming
 *     one; empty until it is known
 * @param rtcp the other side's RTCP address; empty where it gave none
 * @param algorithm what it is encrypted with
 * @param key the session key that came or went with it (H.235.6)
 * @param extensions what stood in the other side's message beyond H.245 (H.460.19)
 */
public record LogicalChannel(
    int number,
    boolean outgoing,
    MediaKind kind,
    Optional<ContentRole> role,
    int sessionId,
    DataType dataType,
    Format format,
    Optional<InetSocketAddress> rtp,
    Optional<InetSocketAddress> rtcp,
    Optional<ObjectIdentifier> algorithm,
    Optional<EncryptionSync> key,
    List<GenericMessage> extensions) {

  public LogicalChannel {
    extensions = List.copyOf(extensions);
  }

  LogicalChannel withAddresses(
      Optional<InetSocketAddress> otherRtp, Optional<InetSocketAddress> otherRtcp) {
    return new LogicalChannel(
        number,
        outgoing,
        kind,
        role,
        sessionId,
        dataType,
        format,
        otherRtp,
        otherRtcp,
        algorithm,
        key,
        extensions);
  }

  /** The same channel seen from its other end. */
  LogicalChannel reversed() {
    return new LogicalChannel(
        number,
        !outgoing,
        kind,
        role,
        sessionId,
        dataType,
        format,
        rtp,
        rtcp,
        algorithm,
        key,
        extensions);
  }

  LogicalChannel withKind(MediaKind other) {
    return new LogicalChannel(
        number,
        outgoing,
        other,
        role,
        sessionId,
        dataType,
        format,
        rtp,
        rtcp,
        algorithm,
        key,
        extensions);
  }

  LogicalChannel withSession(int other) {
    return new LogicalChannel(
        number,
        outgoing,
        kind,
        role,
        other,
        dataType,
        format,
        rtp,
        rtcp,
        algorithm,
        key,
        extensions);
  }

  LogicalChannel withFormat(Format other) {
    return new LogicalChannel(
        number,
        outgoing,
        kind,
        role,
        sessionId,
        dataType,
        other,
        rtp,
        rtcp,
        algorithm,
        key,
        extensions);
  }

  LogicalChannel withKey(Optional<EncryptionSync> other) {
    return new LogicalChannel(
        number,
        outgoing,
        kind,
        role,
        sessionId,
        dataType,
        format,
        rtp,
        rtcp,
        algorithm,
        other,
        extensions);
  }

  LogicalChannel withExtensions(List<GenericMessage> others) {
    return new LogicalChannel(
        number, outgoing, kind, role, sessionId, dataType, format, rtp, rtcp, algorithm, key,
        others);
  }
}
