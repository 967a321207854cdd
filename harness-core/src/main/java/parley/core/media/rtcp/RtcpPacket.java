package parley.core.media.rtcp;

import parley.core.wire.Octets;

/** One packet of a compound (RFC 3550 section 6.1). */
public sealed interface RtcpPacket
    permits SenderReport,
        ReceiverReport,
        SourceDescription,
        Goodbye,
        ApplicationDefined,
        PictureLossIndication,
        FullIntraRequest,
        GenericNack,
        OtherFeedback,
        OtherRtcp {
  /** The packet with its header, without padding. */
  Octets encode();
}
