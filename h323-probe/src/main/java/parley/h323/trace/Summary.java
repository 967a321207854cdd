package parley.h323.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.trace.Parties;
import parley.h323.q931.InformationElement;

/** What a person wants to know of a message first. */
final class Summary {
  private static final int MOST_NAMES = 6;

  private Summary() {}

  private static String join(List<String> words) {
    return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String address(Part part, String component, String before) {
    return part.part(component)
        .flatMap(TransportAddresses::of)
        .map(address -> before + Parties.text(address))
        .orElse("");
  }

  private static String labelled(String label, Optional<String> text) {
    return text.filter(each -> !each.isEmpty()).map(each -> label + each).orElse("");
  }

  private static Optional<String> alternative(Part part, String component) {
    return part.part(component).flatMap(Part::alternative);
  }

  /** Of a RAS message: {@code body} is what stands in its alternative. */
  static String ras(Part body) {
    List<String> words = new ArrayList<>();
    words.add(labelled("aliases ", Aliases.in(body, "endpointAlias")));
    words.add(labelled("aliases ", Aliases.in(body, "terminalAlias")));
    words.add(labelled("from ", Aliases.in(body, "srcInfo")));
    words.add(labelled("to ", Aliases.in(body, "destinationInfo")));
    words.add(address(body, "destCallSignalAddress", "call signalling at "));
    words.add(
        body.part("callSignalAddress")
            .filter(list -> !list.elements().isEmpty())
            .flatMap(list -> TransportAddresses.of(list.elements().getFirst()))
            .map(address -> "call signalling at " + Parties.text(address))
            .orElse(""));
    words.add(labelled("reason ", reason(body)));
    words.add(
        body.part("bandWidth")
            .flatMap(Part::text)
            .map(hundreds -> hundreds + " x 100 bit/s")
            .orElse(""));
    words.add(
        body.part("timeToLive").flatMap(Part::text).map(live -> live + " s to live").orElse(""));
    return join(words);
  }

  private static Optional<String> reason(Part body) {
    return alternative(body, "rejectReason")
        .or(() -> alternative(body, "disengageReason"))
        .or(() -> alternative(body, "reason"));
  }

  /** Of call signalling; {@code carried} are the names of the messages tunnelled in it. */
  static String signal(SignalMessage message, List<String> carried) {
    List<String> words = new ArrayList<>();
    message
        .body()
        .ifPresent(
            body -> {
              words.add(labelled("from ", Aliases.in(body, "sourceAddress")));
              words.add(labelled("to ", Aliases.in(body, "destinationAddress")));
              words.add(labelled("reason ", alternative(body, "reason")));
              words.add(address(body, "h245Address", "H.245 at "));
            });
    message
        .q931()
        .flatMap(q931 -> q931.element(InformationElement.CAUSE))
        .flatMap(InformationElement::causeValue)
        .ifPresent(cause -> words.add("cause " + cause + Q931Tree.causeName(cause)));
    if (!carried.isEmpty()) {
      words.add("carries " + names(carried));
    }
    return join(words);
  }

  private static String names(List<String> names) {
    String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? first + " and " + (names.size() - MOST_NAMES) + " more"
        : first;
  }

  /** Of an H.245 message: {@code body} is what stands in its alternative. */
  static String control(String name, Part body) {
    return switch (name) {
      case "openLogicalChannel" -> channel(body);
      case "terminalCapabilitySet" ->
          join(
              List.of(
                  labelled("number ", body.part("sequenceNumber").flatMap(Part::text)),
                  body.part("capabilityTable")
                      .map(table -> table.elements().size() + " capabilities")
                      .orElse("no capabilities")));
      case "masterSlaveDetermination" ->
          labelled("terminal type ", body.part("terminalType").flatMap(Part::text));
      case "masterSlaveDeterminationAck" -> labelled("you are ", alternative(body, "decision"));
      case "miscellaneousCommand", "miscellaneousIndication" ->
          join(List.of(alternative(body, "type").orElse(""), number(body, "logicalChannelNumber")));
      case "userInput" -> userInput(body);
      case "endSessionCommand" -> body.alternative().orElse("");
      case "openLogicalChannelAck" ->
          join(
              List.of(
                  number(body, "forwardLogicalChannelNumber"),
                  body.at("forwardMultiplexAckParameters", "h2250LogicalChannelAckParameters")
                      .map(Summary::media)
                      .orElse("")));
      case "genericRequest", "genericResponse", "genericCommand", "genericIndication" ->
          join(
              List.of(
                  generic(body),
                  labelled("message ", body.part("subMessageIdentifier").flatMap(Part::text))));
      default ->
          join(
              List.of(
                  number(body, "forwardLogicalChannelNumber"),
                  labelled("cause ", alternative(body, "cause")),
                  labelled("number ", body.part("sequenceNumber").flatMap(Part::text))));
    };
  }

  /** An OpenLogicalChannel: which channel, of what, to where. */
  static String channel(Part open) {
    List<String> words = new ArrayList<>();
    words.add(number(open, "forwardLogicalChannelNumber"));
    Optional<Part> forward = open.part("forwardLogicalChannelParameters");
    words.add(forward.flatMap(part -> part.part("dataType")).map(Summary::dataType).orElse(""));
    Optional<Part> reverse = open.part("reverseLogicalChannelParameters");
    words.add(
        reverse
            .flatMap(part -> part.part("dataType"))
            .map(type -> "back " + dataType(type))
            .orElse(""));
    for (Optional<Part> way : List.of(forward, reverse)) {
      way.flatMap(part -> part.at("multiplexParameters", "h2250LogicalChannelParameters"))
          .ifPresent(
              media -> {
                words.add(labelled("session ", media.part("sessionID").flatMap(Part::text)));
                words.add(media(media));
              });
    }
    return join(words);
  }

  private static String number(Part body, String component) {
    return labelled("channel ", body.part(component).flatMap(Part::text));
  }

  private static String media(Part parameters) {
    return join(
        List.of(
            address(parameters, "mediaChannel", "RTP at "),
            address(parameters, "mediaControlChannel", "RTCP at ")));
  }

  private static String dataType(Part type) {
    String kind = type.alternative().orElse("unknown");
    Optional<Part> media =
        kind.equals("h235Media") ? type.at("h235Media", "mediaType") : Optional.of(type);
    return media
        .flatMap(Part::chosen)
        .map(
            capability ->
                kind
                    + " "
                    + capability
                        .alternative()
                        .or(() -> alternative(capability, "application"))
                        .orElse(""))
        .map(String::strip)
        .orElse(kind);
  }

  private static String userInput(Part body) {
    String kind = body.alternative().orElse("");
    Optional<Part> chosen = body.chosen();
    return join(
        List.of(
            kind,
            chosen
                .flatMap(Part::text)
                .or(() -> chosen.flatMap(part -> part.part("signalType")).flatMap(Part::text))
                .orElse("")));
  }

  private static String generic(Part body) {
    return body.part("messageIdentifier").flatMap(Part::chosen).flatMap(Part::text).orElse("");
  }
}
