package parley.h323.trace;

import java.util.Map;
import java.util.Optional;
import parley.h323.h225.RasMessage;
import parley.h323.h460.IncomingCallIndication;
import parley.h323.h460.LRQKeepAliveData;
import parley.h323.h460.QosMonitoringReportData;
import parley.h323.h460.TraversalParameters;
import parley.h323.per.Type;
import parley.h323.per.Type.SequenceType;
import parley.h323.per.Value;

/** What the octets of a generic parameter are an encoding of, where a Recommendation says so. */
final class GenericContents {
  private static final Map<String, Type> TYPES =
      Map.of(
          // H.460.9 clause 6.2: the report of the quality of service.
          "9/0",
          QosMonitoringReportData.TYPE,
          // H.460.17 clause 7: a RAS message in call signalling.
          "17/1",
          RasMessage.TYPE,
          // H.460.18 clause 9: an incoming call, and how long a pinhole must be kept open.
          "18/1",
          IncomingCallIndication.TYPE,
          "18/2",
          LRQKeepAliveData.TYPE,
          // H.460.19 clause 7: where media and its keep-alives go.
          "0.0.8.460.19.0.1/1",
          TraversalParameters.TYPE);

  private GenericContents() {}

  /**
   * @param feature its standard number, or the object identifier of a message of H.245
   * @param parameter its standard number
   */
  static Optional<Type> of(String feature, String parameter) {
    return Optional.ofNullable(TYPES.get(feature + "/" + parameter));
  }

  /** The standard identifier of generic data or of a message with generic parameters. */
  static Optional<String> feature(SequenceType type, Value value) {
    return switch (type.name()) {
      case "GenericData" -> standard(type, value, "id");
      case "GenericMessage" -> standard(type, value, "messageIdentifier");
      default -> Optional.empty();
    };
  }

  /** The standard identifier of a parameter of it. */
  static Optional<String> parameter(SequenceType type, Value value) {
    return switch (type.name()) {
      case "EnumeratedParameter" -> standard(type, value, "id");
      case "GenericParameter" -> standard(type, value, "parameterIdentifier");
      default -> Optional.empty();
    };
  }

  private static Optional<String> standard(SequenceType type, Value value, String component) {
    return new Part(type, value).at(component, "standard").flatMap(Part::text);
  }
}
