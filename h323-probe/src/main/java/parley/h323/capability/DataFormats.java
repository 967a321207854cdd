package parley.h323.capability;

import java.util.Optional;
import parley.core.call.Format;
import parley.h323.h245.DataApplicationCapability;
import parley.h323.h245.DataApplicationCapability.Application;
import parley.h323.h245.DataProtocolCapability;

/** Between data formats and data application capabilities (H.245 clause B.2.2.8). */
final class DataFormats {
  /** H.224 as RFC 4573 names it: the clock is the bit rate of its channel in H.320. */
  static final String H224 = "H224";

  private static final int H224_CLOCK = 4_800;

  private DataFormats() {}

  static Format read(DataApplicationCapability capability, int dynamic, NonStandardCodecs known) {
    return switch (capability.application()) {
      case Application.NonStandard(var parameter) -> known.format(parameter, dynamic);
      case Application.H224 _ -> new Format(dynamic, H224, H224_CLOCK);
      case Application.GenericDataCapability(var generic) ->
          Identifiers.is(generic.capabilityIdentifier(), Identifiers.H224)
              ? new Format(dynamic, H224, H224_CLOCK)
              : new Format(dynamic, GenericNames.name(generic.capabilityIdentifier()), 0);
      case Application.T140 _ -> new Format(dynamic, "t140", 1_000);
      case Application.T38fax _ -> new Format(dynamic, "t38", 8_000);
      case Application.T120 _ -> new Format(dynamic, "T120", 0);
      case Application.DsmCc _ -> new Format(dynamic, "dsm-cc", 0);
      case Application.UserData _ -> new Format(dynamic, "userData", 0);
      case Application.T84 _ -> new Format(dynamic, "t84", 0);
      case Application.T434 _ -> new Format(dynamic, "t434", 0);
      case Application.Nlpid _ -> new Format(dynamic, "nlpid", 0);
      case Application.DsvdControl _ -> new Format(dynamic, "dsvdControl", 0);
      case Application.H222DataPartitioning _ -> new Format(dynamic, "h222DataPartitioning", 0);
      case Application.T30fax _ -> new Format(dynamic, "t30fax", 0);
      case Application.DataChannel _ -> new Format(dynamic, "dataChannel", 0);
      case Application.ExtendedDataApplicationCapability(var extended) ->
          extended.dataCapability().isEmpty()
              ? new Format(dynamic, "extended-data", 0)
              : read(extended.dataCapability().getFirst(), dynamic, known);
      case Application.UnrecognizedAlternative(int index, var _) ->
          new Format(dynamic, "unrecognized-data-" + index, 0);
    };
  }

  /** The capability for a format; empty where we have none for it. */
  static Optional<DataApplicationCapability> write(Format format) {
    return switch (format.codec().toUpperCase(java.util.Locale.ROOT)) {
      case "H224" ->
          Optional.of(
              capability(
                  new Application.GenericDataCapability(
                      GenericNames.capability(
                          Identifiers.H224, 48, GenericParameters.NONE, GenericParameters.NONE)),
                  48));
      case "T140" ->
          Optional.of(capability(new Application.T140(new DataProtocolCapability.Udp()), 10));
      default -> Optional.empty();
    };
  }

  /** H.224 as terminals before Annex Q of H.323 wrote it. */
  static DataApplicationCapability oldH224() {
    return capability(new Application.H224(new DataProtocolCapability.HdlcFrameTunnelling()), 48);
  }

  private static DataApplicationCapability capability(Application application, long rate) {
    return DataApplicationCapability.with().application(application).maxBitRate(rate).build();
  }
}
