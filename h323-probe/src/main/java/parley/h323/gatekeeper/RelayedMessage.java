package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UserInformation;
import parley.h323.h225.ReleaseCompleteReason;
import parley.h323.h225.ReleaseCompleteUUIE;
import parley.h323.h225.SetupUUIE;
import parley.h323.per.ObjectIdentifier;
import parley.h323.per.Type;
import parley.h323.per.Value;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.Q931Message;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.ras.NetworkAddresses;

/**
 * The first message of a signalling connection, by which a gatekeeper knows whose call it is, and
 * the changes it makes to it (H.225.0 clause 7.11: routed call signalling).
 */
sealed interface RelayedMessage {
  /** A new call. */
  record Setup(SignalMessage message, Octets callId) implements RelayedMessage {}

  /** An endpoint behind a NAT has opened the connection for a call that waits (H.460.18). */
  record Opened(Octets callId) implements RelayedMessage {}

  /** Anything else, which no call begins with. */
  record Other(String what) implements RelayedMessage {}

  /** Reads a message of Q.931; never fails. */
  static RelayedMessage read(Octets octets) {
    Optional<SignalMessage> message = SignalMessage.decode(octets).message();
    if (message.isEmpty()) {
      return new Other("no Q.931");
    }
    H323UUPDU.H323MessageBody body =
        message
            .get()
            .pdu()
            .map(H323UUPDU::h323MessageBody)
            .orElse(new H323UUPDU.H323MessageBody.Empty());
    Other other = new Other(message.get().q931().type().toString());
    return switch (body) {
      case H323UUPDU.H323MessageBody.Setup(SetupUUIE setup) ->
          new Setup(
              message.get(),
              setup.callIdentifier().map(CallIdentifier::guid).orElse(setup.conferenceID()));
      case H323UUPDU.H323MessageBody.Facility(FacilityUUIE facility) ->
          facility.callIdentifier().<RelayedMessage>map(id -> new Opened(id.guid())).orElse(other);
      default -> other;
    };
  }

  /**
   * The Setup as the called side gets it: for its own address, from the gatekeeper's. All else is
   * as the caller sent it, additions of later versions included.
   */
  static Octets forwarded(
      SignalMessage message, InetSocketAddress called, InetSocketAddress gatekeeper) {
    Value user = message.user().orElseThrow().toValue();
    Value changed =
        within(
            user,
            0,
            pdu ->
                within(
                    pdu,
                    0,
                    body ->
                        body instanceof ChoiceValue(int index, SequenceValue setup)
                            ? new ChoiceValue(index, addressed(setup, called, gatekeeper))
                            : body));
    Octets asn1 = H323UserInformation.of(changed).encode();
    byte[] content = new byte[asn1.length() + 1];
    content[0] = 5;
    asn1.copyTo(content, 1);
    List<InformationElement> elements = new ArrayList<>();
    for (InformationElement each : message.q931().elements()) {
      elements.add(
          each.identifier() == InformationElement.USER_USER
              ? new InformationElement(InformationElement.USER_USER, Octets.of(content))
              : each);
    }
    return Q931Codec.encode(
        new Q931Message(
            message.q931().callReference(),
            message.q931().fromDestination(),
            message.q931().type(),
            elements));
  }

  private static Value within(
      Value value, int component, java.util.function.UnaryOperator<Value> change) {
    if (!(value instanceof SequenceValue sequence) || sequence.component(component).isEmpty()) {
      return value;
    }
    SortedMap<Integer, Value> components = new TreeMap<>(sequence.components());
    components.put(component, change.apply(sequence.component(component).get()));
    return new SequenceValue(components, sequence.unknown(), sequence.declared());
  }

  private static SequenceValue addressed(
      SequenceValue setup, InetSocketAddress called, InetSocketAddress gatekeeper) {
    SortedMap<Integer, Value> components = new TreeMap<>(setup.components());
    place("destCallSignalAddress")
        .ifPresent(at -> components.put(at, NetworkAddresses.transport(called).toValue()));
    place("sourceCallSignalAddress")
        .ifPresent(at -> components.put(at, NetworkAddresses.transport(gatekeeper).toValue()));
    return new SequenceValue(components, setup.unknown(), setup.declared());
  }

  private static OptionalInt place(String name) {
    Type.SequenceType type = (Type.SequenceType) SetupUUIE.TYPE;
    for (int i = 0; i < type.size(); i++) {
      if (type.component(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The end of a call that cannot be. */
  static Octets refused(Setup setup, ReleaseCompleteReason reason) {
    return SignalMessage.of(
            setup.message().q931().callReference(),
            true,
            MessageType.RELEASE_COMPLETE,
            List.of(InformationElement.cause(ReleaseCause.of(reason).value())),
            H323UUPDU
                .with()
                .h323MessageBody(
                    new H323UUPDU.H323MessageBody.ReleaseComplete(
                        ReleaseCompleteUUIE.with()
                            .protocolIdentifier(ObjectIdentifier.of("0.0.8.2250.0.7"))
                            .reason(reason)
                            .callIdentifier(CallIdentifier.with().guid(setup.callId()).build())
                            .build()))
                .h245Tunneling(false)
                .build())
        .encode();
  }
}
