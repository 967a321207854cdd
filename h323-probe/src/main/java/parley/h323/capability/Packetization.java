package parley.h323.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.h323.h245.H2250Capability;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.MediaPacketizationCapability;
import parley.h323.h245.RTPPayloadType;
import parley.h323.per.ObjectIdentifier;

/**
 * How H.264 is put into packets (H.241 clause 8.3 and Annex A): the object identifiers stand for
 * the packetization modes of RFC 6184.
 */
public final class Packetization {
  /** What holds where nothing is said: one NAL unit a packet. */
  public static final int SINGLE_NAL = 0;

  private Packetization() {}

  /** The modes a terminal takes, richest first, the one that everybody takes always among them. */
  public static List<Integer> modes(Optional<H2250Capability> capability) {
    List<RTPPayloadType> types =
        capability
            .flatMap(each -> each.mediaPacketizationCapability().rtpPayloadType())
            .orElse(List.of());
    List<Integer> modes = new ArrayList<>();
    for (int mode : List.of(1, 2)) {
      if (types.stream().anyMatch(type -> mode(type).filter(each -> each == mode).isPresent())) {
        modes.add(mode);
      }
    }
    modes.add(SINGLE_NAL);
    return List.copyOf(modes);
  }

  /** The mode of a logical channel; empty where it says nothing of H.264. */
  public static Optional<Integer> mode(H2250LogicalChannelParameters parameters) {
    return parameters.mediaPacketization().flatMap(Packetization::mode);
  }

  private static Optional<Integer> mode(
      H2250LogicalChannelParameters.MediaPacketization packetization) {
    return packetization
            instanceof H2250LogicalChannelParameters.MediaPacketization.RtpPayloadType(var type)
        ? mode(type)
        : Optional.empty();
  }

  private static Optional<Integer> mode(RTPPayloadType type) {
    if (!(type.payloadDescriptor() instanceof RTPPayloadType.PayloadDescriptor.Oid(var oid))) {
      return Optional.empty();
    }
    if (oid.equals(Identifiers.H264_NON_INTERLEAVED)) {
      return Optional.of(1);
    }
    if (oid.equals(Identifiers.H264_INTERLEAVED)) {
      return Optional.of(2);
    }
    return oid.equals(Identifiers.H264_SINGLE_NAL) || oid.equals(Identifiers.H264_SINGLE_NAL_SHORT)
        ? Optional.of(SINGLE_NAL)
        : Optional.empty();
  }

  /** What a channel of this format says of its packets; empty but for H.264. */
  public static Optional<H2250LogicalChannelParameters.MediaPacketization> of(Format format) {
    return format.is("H264")
        ? Optional.of(
            new H2250LogicalChannelParameters.MediaPacketization.RtpPayloadType(
                type(mode(format), Optional.of(format.payloadType()))))
        : Optional.empty();
  }

  /** What a terminal that receives these formats says of their packets. */
  static MediaPacketizationCapability capability(List<Format> formats) {
    List<RTPPayloadType> types =
        formats.stream()
            .filter(format -> format.is("H264"))
            .map(Packetization::mode)
            .distinct()
            .sorted()
            .map(mode -> type(mode, Optional.empty()))
            .toList();
    return MediaPacketizationCapability.with()
        .h261aVideoPacketization(false)
        .rtpPayloadType(types.isEmpty() ? Optional.empty() : Optional.of(types))
        .build();
  }

  /** The mode a format names; 0 where it names none. */
  static int mode(Format format) {
    return Numbers.read(format, "packetization-mode").orElse(SINGLE_NAL);
  }

  private static RTPPayloadType type(int mode, Optional<Integer> payloadType) {
    ObjectIdentifier identifier =
        switch (mode) {
          case 1 -> Identifiers.H264_NON_INTERLEAVED;
          case 2 -> Identifiers.H264_INTERLEAVED;
          default -> Identifiers.H264_SINGLE_NAL;
        };
    return RTPPayloadType.with()
        .payloadDescriptor(new RTPPayloadType.PayloadDescriptor.Oid(identifier))
        .payloadType(payloadType)
        .build();
  }
}
