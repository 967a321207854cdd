package parley.h323.agent;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.SignallingSetup;
import parley.core.wire.Octets;
import parley.h323.h225.AlertingUUIE;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.CallProceedingUUIE;
import parley.h323.h225.CallType;
import parley.h323.h225.ConnectUUIE;
import parley.h323.h225.EndpointType;
import parley.h323.h225.FacilityReason;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.H221NonStandard;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.NotifyUUIE;
import parley.h323.h225.ReleaseCompleteReason;
import parley.h323.h225.ReleaseCompleteUUIE;
import parley.h323.h225.SetupUUIE;
import parley.h323.h225.StatusInquiryUUIE;
import parley.h323.h225.StatusUUIE;
import parley.h323.h225.TerminalInfo;
import parley.h323.h225.VendorIdentifier;
import parley.h323.h235.ClearToken;
import parley.h323.per.ObjectIdentifier;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.ras.NetworkAddresses;

/** Makes the messages of H.225.0 call signalling that a terminal of ours sends. */
final class SignalForms {
  /** {itu-t recommendation h 2250 version 0 6}. */
  static final ObjectIdentifier PROTOCOL = ObjectIdentifier.of("0.0.8.2250.0.6");

  /** The cause of a Status that was asked for (Q.850). */
  private static final int RESPONSE_TO_INQUIRY = 30;

  /** A notification (Q.931 4.5.22). */
  private static final byte[] USER_SUSPENDED = {(byte) 0x80};

  private final SignallingSetup setup;

  SignalForms(SignallingSetup setup) {
    this.setup = setup;
  }

  /** What goes with a message whatever it is. */
  record Extras(boolean tunnelling, List<Octets> control) {
    Extras {
      control = List.copyOf(control);
    }
  }

  private SignalMessage message(
      CallIdentity call,
      MessageType type,
      List<InformationElement> elements,
      H323MessageBody body,
      Extras extras) {
    H323UUPDU.Builder pdu =
        H323UUPDU.with().h323MessageBody(body).h245Tunneling(extras.tunnelling());
    if (!extras.control().isEmpty()) {
      pdu.h245Control(extras.control());
    }
    return SignalMessage.of(call.reference(), !call.weCalled(), type, elements, pdu.build());
  }

  /** A terminal that names its maker as far as T.35 lets one without a code. */
  EndpointType endpoint() {
    String[] product = setup.product().split("/", 2);
    VendorIdentifier.Builder vendor =
        VendorIdentifier.with()
            .vendor(
                H221NonStandard.with()
                    .t35CountryCode(255)
                    .t35Extension(0)
                    .manufacturerCode(0)
                    .build())
            .productId(Octets.ofText(product[0], StandardCharsets.ISO_8859_1));
    if (product.length > 1) {
      vendor.versionId(Octets.ofText(product[1], StandardCharsets.ISO_8859_1));
    }
    return EndpointType.with()
        .vendor(vendor.build())
        .terminal(TerminalInfo.with().build())
        .mc(false)
        .undefinedNode(false)
        .build();
  }

  /** Digits as dialled digits, everything else as an H.323 identity. */
  static AliasAddress alias(String text) {
    return text.matches("[0-9#*,]{1,128}")
        ? new AliasAddress.DialedDigits(text)
        : new AliasAddress.H323ID(text.length() > 256 ? text.substring(0, 256) : text);
  }

  SignalMessage setup(
      CallIdentity call,
      Optional<String> destination,
      InetSocketAddress to,
      InetSocketAddress from,
      List<Octets> fastStart,
      Optional<InetSocketAddress> control,
      List<ClearToken> tokens,
      DialOptions options) {
    SetupUUIE.Builder body =
        SetupUUIE.with()
            .protocolIdentifier(PROTOCOL)
            .sourceAddress(List.of(alias(setup.name())))
            .sourceInfo(endpoint())
            .activeMC(false)
            .conferenceID(call.conference())
            .conferenceGoal(new SetupUUIE.ConferenceGoal.Create())
            .callType(new CallType.PointToPoint())
            .sourceCallSignalAddress(NetworkAddresses.transport(from))
            .callIdentifier(identifier(call))
            .mediaWaitForConnect(false)
            .canOverlapSend(false)
            .multipleCalls(false)
            .maintainConnection(false);
    destination.ifPresent(name -> body.destinationAddress(List.of(alias(name))));
    if (options.namesDestination()) {
      body.destCallSignalAddress(NetworkAddresses.transport(to));
    }
    if (!fastStart.isEmpty()) {
      body.fastStart(fastStart);
    }
    control.ifPresent(address -> body.h245Address(NetworkAddresses.transport(address)));
    if (!tokens.isEmpty()) {
      body.tokens(tokens);
    }
    List<InformationElement> elements = new ArrayList<>();
    elements.add(InformationElement.videoBearer());
    elements.add(InformationElement.text(InformationElement.DISPLAY, setup.name()));
    destination
        .filter(name -> name.matches("[0-9*#]{1,20}"))
        .ifPresent(
            digits ->
                elements.add(
                    new InformationElement(
                        InformationElement.CALLED_PARTY_NUMBER,
                        // Unknown type, numbering plan E.164.
                        Octets.ofText("\u0081" + digits, StandardCharsets.ISO_8859_1))));
    return message(
        call,
        MessageType.SETUP,
        elements,
        new H323MessageBody.Setup(options.edit().apply(body).build()),
        new Extras(options.tunnelling(), List.of()));
  }

  private static CallIdentifier identifier(CallIdentity call) {
    return CallIdentifier.with().guid(call.call()).build();
  }

  SignalMessage callProceeding(CallIdentity call, Extras extras) {
    return message(
        call,
        MessageType.CALL_PROCEEDING,
        List.of(),
        new H323MessageBody.CallProceeding(
            CallProceedingUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .destinationInfo(endpoint())
                .callIdentifier(identifier(call))
                .multipleCalls(false)
                .maintainConnection(false)
                .build()),
        extras);
  }

  SignalMessage alerting(CallIdentity call, Extras extras) {
    return message(
        call,
        MessageType.ALERTING,
        List.of(),
        new H323MessageBody.Alerting(
            AlertingUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .destinationInfo(endpoint())
                .callIdentifier(identifier(call))
                .multipleCalls(false)
                .maintainConnection(false)
                .build()),
        extras);
  }

  SignalMessage connect(
      CallIdentity call,
      Optional<InetSocketAddress> control,
      List<Octets> fastStart,
      List<ClearToken> tokens,
      Extras extras) {
    ConnectUUIE.Builder body =
        ConnectUUIE.with()
            .protocolIdentifier(PROTOCOL)
            .destinationInfo(endpoint())
            .conferenceID(call.conference())
            .callIdentifier(identifier(call))
            .multipleCalls(false)
            .maintainConnection(false)
            .connectedAddress(List.of(alias(setup.name())));
    control.ifPresent(address -> body.h245Address(NetworkAddresses.transport(address)));
    if (!fastStart.isEmpty()) {
      body.fastStart(fastStart);
    }
    if (!tokens.isEmpty()) {
      body.tokens(tokens);
    }
    return message(
        call,
        MessageType.CONNECT,
        List.of(
            InformationElement.videoBearer(),
            InformationElement.text(InformationElement.DISPLAY, setup.name())),
        new H323MessageBody.Connect(body.build()),
        extras);
  }

  /** Carries tunnelled H.245 and nothing else; Q.931 wants an empty Facility element with it. */
  SignalMessage tunnel(CallIdentity call, List<Octets> control) {
    return message(
        call,
        MessageType.FACILITY,
        List.of(facilityElement()),
        new H323MessageBody.Empty(),
        new Extras(true, control));
  }

  private static InformationElement facilityElement() {
    return new InformationElement(InformationElement.FACILITY, Octets.EMPTY);
  }

  /** Asks the other side to connect for H.245 to this address. */
  SignalMessage startControl(CallIdentity call, InetSocketAddress control) {
    return message(
        call,
        MessageType.FACILITY,
        List.of(facilityElement()),
        new H323MessageBody.Facility(
            FacilityUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .conferenceID(call.conference())
                .reason(new FacilityReason.StartH245())
                .callIdentifier(identifier(call))
                .h245Address(NetworkAddresses.transport(control))
                .multipleCalls(false)
                .maintainConnection(false)
                .build()),
        new Extras(false, List.of()));
  }

  SignalMessage releaseComplete(CallIdentity call, Optional<ReleaseCause> cause, Extras extras) {
    ReleaseCompleteUUIE.Builder body =
        ReleaseCompleteUUIE.with().protocolIdentifier(PROTOCOL).callIdentifier(identifier(call));
    cause.flatMap(SignalForms::reason).ifPresent(body::reason);
    return message(
        call,
        MessageType.RELEASE_COMPLETE,
        cause.map(each -> InformationElement.cause(each.value())).stream().toList(),
        new H323MessageBody.ReleaseComplete(body.build()),
        extras);
  }

  /** The reason that says the same as the cause, where H.225.0 has one (table 5). */
  private static Optional<ReleaseCompleteReason> reason(ReleaseCause cause) {
    return switch (cause) {
      case USER_BUSY -> Optional.of(new ReleaseCompleteReason.InConf());
      case CALL_REJECTED, NORMAL -> Optional.of(new ReleaseCompleteReason.DestinationRejection());
      case NO_ROUTE, UNASSIGNED_NUMBER ->
          Optional.of(new ReleaseCompleteReason.UnreachableDestination());
      case INVALID_NUMBER_FORMAT -> Optional.of(new ReleaseCompleteReason.BadFormatAddress());
      case SECURITY_DENIED -> Optional.of(new ReleaseCompleteReason.SecurityDenied());
      case NO_USER_RESPONDING, NO_ANSWER ->
          Optional.of(new ReleaseCompleteReason.CalledPartyNotRegistered());
      default -> Optional.of(new ReleaseCompleteReason.UndefinedReason());
    };
  }

  /** A message of a type and with a body that a case wants. */
  SignalMessage any(CallIdentity call, MessageType type, H323MessageBody body, boolean tunnelling) {
    return message(call, type, List.of(), body, new Extras(tunnelling, List.of()));
  }

  /** Asks which state the call is in. */
  SignalMessage statusInquiry(CallIdentity call, boolean tunnelling) {
    return message(
        call,
        MessageType.STATUS_ENQUIRY,
        List.of(),
        new H323MessageBody.StatusInquiry(
            StatusInquiryUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .callIdentifier(identifier(call))
                .build()),
        new Extras(tunnelling, List.of()));
  }

  /** Tells that the user has put the call aside for a moment. */
  SignalMessage userSuspended(CallIdentity call, boolean tunnelling) {
    return message(
        call,
        MessageType.NOTIFY,
        List.of(
            new InformationElement(
                InformationElement.NOTIFICATION_INDICATOR, Octets.of(USER_SUSPENDED))),
        new H323MessageBody.Notify(
            NotifyUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .callIdentifier(identifier(call))
                .build()),
        new Extras(tunnelling, List.of()));
  }

  /** Answers an inquiry (Q.931 5.8.10). */
  SignalMessage status(CallIdentity call, int callState, boolean tunnelling) {
    return message(
        call,
        MessageType.STATUS,
        List.of(
            InformationElement.cause(RESPONSE_TO_INQUIRY),
            new InformationElement(
                InformationElement.CALL_STATE, Octets.of(new byte[] {(byte) callState}))),
        new H323MessageBody.Status(
            StatusUUIE.with()
                .protocolIdentifier(PROTOCOL)
                .callIdentifier(identifier(call))
                .build()),
        new Extras(tunnelling, List.of()));
  }
}
