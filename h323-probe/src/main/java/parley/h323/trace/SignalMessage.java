package parley.h323.trace;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.h225.H323UserInformation;
import parley.h323.per.PerLimits;
import parley.h323.q931.InformationElement;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.Q931Message;

/**
 * A message of call signalling, both its parts taken apart.
 *
 * @param q931 what could be read of Q.931
 * @param user the ASN.1 of its User-user element
 * @param tree of both
 */
record SignalMessage(
    Optional<Q931Message> q931, Optional<Decoded> user, Tree tree, List<String> problems) {

  SignalMessage {
    problems = List.copyOf(problems);
  }

  static SignalMessage read(Octets octets) {
    Q931Codec.Decoded decoded = Q931Codec.decode(octets);
    List<String> problems = new ArrayList<>(decoded.problems());
    if (decoded.message().isEmpty()) {
      String problem = problems.isEmpty() ? "not read" : problems.getFirst();
      return new SignalMessage(
          Optional.empty(),
          Optional.empty(),
          new Tree.Malformed("Q.931", problem, octets),
          problems);
    }
    Q931Message message = decoded.message().get();
    Optional<Decoded> user =
        message
            .element(InformationElement.USER_USER)
            .map(InformationElement::content)
            .filter(content -> !content.isEmpty() && content.u8(0) == Recognition.ASN1)
            .map(
                content ->
                    ValueTree.read(
                        "H323-UserInformation",
                        H323UserInformation.TYPE,
                        content.from(1),
                        PerLimits.USUAL,
                        2));
    user.ifPresent(part -> problems.addAll(part.problems()));
    return new SignalMessage(
        decoded.message(), user, Q931Tree.of(message, user.map(Decoded::tree)), problems);
  }

  Optional<Part> pdu() {
    return user.map(Decoded::message).flatMap(message -> message.part("h323-uu-pdu"));
  }

  /** What stands in the message of the user-to-user part: setup, connect and so on. */
  Optional<Part> body() {
    return pdu().flatMap(pdu -> pdu.part("h323-message-body")).flatMap(Part::chosen);
  }

  /** Name of the ASN.1 message, else of the one of Q.931. */
  String name() {
    return pdu()
        .flatMap(pdu -> pdu.part("h323-message-body"))
        .flatMap(Part::alternative)
        .orElseGet(() -> q931.map(message -> message.type().toString()).orElse("unreadable"));
  }

  /** Where H.245 is to be spoken, by this message. */
  List<InetSocketAddress> controlAddresses() {
    return body().flatMap(body -> body.part("h245Address")).flatMap(TransportAddresses::of).stream()
        .toList();
  }
}
