package parley.h323.capability;

import java.util.List;
import java.util.Optional;
import parley.h323.h245.Capability;
import parley.h323.h245.UserInputCapability;
import parley.h323.per.ObjectIdentifier;

/** What one entry of a capability table says (H.245 clause B.2.2). */
public sealed interface CapabilityMeaning {
  /** In which direction, seen from the terminal that says it. */
  enum Direction {
    RECEIVE,
    TRANSMIT,
    BOTH;

    public boolean receives() {
      return this != TRANSMIT;
    }

    public boolean transmits() {
      return this != RECEIVE;
    }
  }

  /** It can receive or send a medium. */
  record Medium(Direction direction, MediaCapability capability) implements CapabilityMeaning {}

  /**
   * It can encrypt the medium of another entry (H.235.6).
   *
   * @param entry number of that entry
   */
  record Encrypted(int entry, List<ObjectIdentifier> algorithms) implements CapabilityMeaning {
    public Encrypted {
      algorithms = List.copyOf(algorithms);
    }
  }

  /** It understands digits and other user input of that kind. */
  record UserInput(Direction direction, UserInputCapability kind) implements CapabilityMeaning {}

  /** It receives telephone events in RTP (RFC 4733) with that payload type. */
  record TelephoneEvents(int payloadType, String events) implements CapabilityMeaning {}

  /** It knows the procedures of H.239. */
  record ContentControl() implements CapabilityMeaning {}

  /** It takes part in conferences. */
  record Conference(boolean chairControl) implements CapabilityMeaning {}

  /** So many channels that replace others may be open at once. */
  record PendingReplacements(int most) implements CapabilityMeaning {}

  /** Kept, and not understood. */
  record Other(String name, Capability capability) implements CapabilityMeaning {}

  /** Reads an entry. */
  static CapabilityMeaning of(Capability capability) {
    return switch (capability) {
      case Capability.ReceiveAudioCapability(var audio) ->
          new Medium(Direction.RECEIVE, new MediaCapability.Audio(audio));
      case Capability.TransmitAudioCapability(var audio) ->
          new Medium(Direction.TRANSMIT, new MediaCapability.Audio(audio));
      case Capability.ReceiveAndTransmitAudioCapability(var audio) ->
          new Medium(Direction.BOTH, new MediaCapability.Audio(audio));
      case Capability.ReceiveVideoCapability(var video) ->
          new Medium(Direction.RECEIVE, new MediaCapability.Video(video));
      case Capability.TransmitVideoCapability(var video) ->
          new Medium(Direction.TRANSMIT, new MediaCapability.Video(video));
      case Capability.ReceiveAndTransmitVideoCapability(var video) ->
          new Medium(Direction.BOTH, new MediaCapability.Video(video));
      case Capability.ReceiveDataApplicationCapability(var data) ->
          new Medium(Direction.RECEIVE, new MediaCapability.Data(data));
      case Capability.TransmitDataApplicationCapability(var data) ->
          new Medium(Direction.TRANSMIT, new MediaCapability.Data(data));
      case Capability.ReceiveAndTransmitDataApplicationCapability(var data) ->
          new Medium(Direction.BOTH, new MediaCapability.Data(data));
      case Capability.ReceiveUserInputCapability(var kind) ->
          new UserInput(Direction.RECEIVE, kind);
      case Capability.TransmitUserInputCapability(var kind) ->
          new UserInput(Direction.TRANSMIT, kind);
      case Capability.ReceiveAndTransmitUserInputCapability(var kind) ->
          new UserInput(Direction.BOTH, kind);
      case Capability.ReceiveRTPAudioTelephonyEventCapability(var event) ->
          new TelephoneEvents(event.dynamicRTPPayloadType(), event.audioTelephoneEvent());
      case Capability.H235SecurityCapability(var security) ->
          new Encrypted(
              security.mediaCapability(),
              Encryption.algorithms(security.encryptionAuthenticationAndIntegrity()));
      case Capability.ConferenceCapability(var conference) ->
          new Conference(conference.chairControlCapability());
      case Capability.MaxPendingReplacementFor(int most) -> new PendingReplacements(most);
      case Capability.GenericControlCapability(var generic) ->
          Identifiers.is(generic.capabilityIdentifier(), Identifiers.H239_CONTROL)
              ? new ContentControl()
              : new Other(GenericNames.name(generic.capabilityIdentifier()), capability);
      case Capability.NonStandard(var parameter) ->
          new Other(NonStandardCodecs.known().format(parameter, 0).codec(), capability);
      case Capability.H233EncryptionTransmitCapability _ -> other(capability);
      case Capability.H233EncryptionReceiveCapability _ -> other(capability);
      case Capability.ReceiveMultiplexedStreamCapability _ -> other(capability);
      case Capability.TransmitMultiplexedStreamCapability _ -> other(capability);
      case Capability.ReceiveAndTransmitMultiplexedStreamCapability _ -> other(capability);
      case Capability.ReceiveRTPAudioToneCapability _ -> other(capability);
      case Capability.DepFecCapability _ -> other(capability);
      case Capability.MultiplePayloadStreamCapability _ -> other(capability);
      case Capability.FecCapability _ -> other(capability);
      case Capability.RedundancyEncodingCap _ -> other(capability);
      case Capability.OneOfCapabilities _ -> other(capability);
      case Capability.UnrecognizedAlternative(int index, var _) ->
          new Other("unrecognized-" + index, capability);
    };
  }

  private static CapabilityMeaning other(Capability capability) {
    return new Other(capability.getClass().getSimpleName(), capability);
  }

  /** The medium this entry says the terminal receives. */
  default Optional<MediaCapability> received() {
    return this instanceof Medium(Direction direction, MediaCapability medium)
            && direction.receives()
        ? Optional.of(medium)
        : Optional.empty();
  }
}
