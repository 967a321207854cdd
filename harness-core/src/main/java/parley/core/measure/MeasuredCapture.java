package parley.core.measure;

import java.util.List;

/**
 * All that was measured in a capture.
 *
 * @param packets in the capture, of any kind
 * @param datagrams of UDP among them
 * @param streams in the order of their first packets
 * @param unrecognised datagrams that begin like RTP but are too few or too irregular to be a stream
 * @param untracked datagrams of streams that there was no room for
 * @param cut RTP packets of which the capture holds the beginning only
 * @param rtcp RTCP datagrams read
 * @param rtcpUnread RTCP datagrams that could not be read, such as encrypted ones
 */
public record MeasuredCapture(
    long packets,
    long datagrams,
    List<MeasuredStream> streams,
    long unrecognised,
    long untracked,
    long cut,
    long rtcp,
    long rtcpUnread) {
  public MeasuredCapture {
    streams = List.copyOf(streams);
  }
}
