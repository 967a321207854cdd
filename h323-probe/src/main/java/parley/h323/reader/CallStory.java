package parley.h323.reader;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.Refusal;
import parley.core.record.Heading;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.core.wire.Octets;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.CapabilityTable.Receivable;
import parley.h323.content.ContentMessage;
import parley.h323.h225.AlertingUUIE;
import parley.h323.h225.CallProceedingUUIE;
import parley.h323.h225.ConnectUUIE;
import parley.h323.h225.EndpointType;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.ProgressUUIE;
import parley.h323.h225.ReleaseCompleteUUIE;
import parley.h323.h225.SetupUUIE;
import parley.h323.h225.VendorIdentifier;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.q931.MessageType;
import parley.h323.q931.SignalMessage;

/** One call as its messages tell it, in the order of the record. */
final class CallStory {
  /** Channels that belong to one round of opening follow each other within this time. */
  private static final long SETTLED_NANOS = 1_500_000_000L;

  /** What has been asked by then and is not answered is not waited for. */
  private static final long SILENT_NANOS = 4_000_000_000L;

  private final CapabilityFormats formats;
  private final String id;
  private final Heading caller;
  private final InetSocketAddress local;
  private final ChannelLedger channels;
  private final List<CallEvent> events = new ArrayList<>();
  private Optional<String> product = Optional.empty();
  private CapabilityTable ours = CapabilityTable.EMPTY;
  private CapabilityTable theirs = CapabilityTable.EMPTY;
  private boolean wePause;
  private boolean theyPause;
  private boolean connected;
  private boolean agreed;
  private boolean cancelled;
  private Optional<Heading> releasing = Optional.empty();
  private boolean released;

  /** The last message that changed a channel and has not led to an agreement yet. */
  private Optional<Change> open = Optional.empty();

  private record Change(long packet, long timeNanos, Heading heading) {}

  CallStory(CapabilityFormats formats, String id, Heading caller, InetSocketAddress local) {
    this.formats = formats;
    this.id = id;
    this.caller = caller;
    this.local = local;
    this.channels = new ChannelLedger(formats);
  }

  CallTranscript transcript() {
    return new CallTranscript(id, caller, product, events);
  }

  /** Nothing more comes: what is open is settled. */
  void end() {
    open.ifPresent(this::agree);
  }

  private void passed(long timeNanos) {
    long limit = channels.underWay() ? SILENT_NANOS : SETTLED_NANOS;
    if (open.isPresent() && timeNanos - open.get().timeNanos() > limit && connected) {
      agree(open.get());
    }
  }

  // ---- H.225.0

  void signal(long packet, long timeNanos, Heading heading, SignalMessage message) {
    passed(timeNanos);
    Change here = new Change(packet, timeNanos, heading);
    if (message.q931().type().equals(MessageType.RELEASE_COMPLETE)) {
      released(here, message);
      return;
    }
    if (message.pdu().isEmpty()) {
      other(here, message.q931().type().toString());
      return;
    }
    switch (message.pdu().get().h323MessageBody()) {
      case H323UUPDU.H323MessageBody.Setup(SetupUUIE setup) -> {
        name(heading, setup.sourceInfo());
        setup.fastStart().ifPresent(channels::proposed);
        events.add(new CallEvent.Dialled(packet, timeNanos, heading, Optional.empty()));
      }
      case H323UUPDU.H323MessageBody.CallProceeding(CallProceedingUUIE proceeding) -> {
        name(heading, proceeding.destinationInfo());
        events.add(new CallEvent.Progressed(packet, timeNanos, heading, false));
        fastStart(here, proceeding.fastStart());
      }
      case H323UUPDU.H323MessageBody.Alerting(AlertingUUIE alerting) -> {
        name(heading, alerting.destinationInfo());
        events.add(new CallEvent.Progressed(packet, timeNanos, heading, true));
        fastStart(here, alerting.fastStart());
      }
      case H323UUPDU.H323MessageBody.Progress(ProgressUUIE progress) -> {
        name(heading, progress.destinationInfo());
        events.add(new CallEvent.Progressed(packet, timeNanos, heading, false));
        fastStart(here, progress.fastStart());
      }
      case H323UUPDU.H323MessageBody.Connect(ConnectUUIE connect) -> {
        name(heading, connect.destinationInfo());
        events.add(new CallEvent.Answered(packet, timeNanos, heading));
        connected = true;
        open = Optional.of(here);
        fastStart(here, connect.fastStart());
        settle();
      }
      case H323UUPDU.H323MessageBody.Facility(FacilityUUIE facility) -> {
        other(here, "Facility");
        fastStart(here, facility.fastStart());
      }
      case H323UUPDU.H323MessageBody.ReleaseComplete(ReleaseCompleteUUIE any) ->
          released(here, message);
      case H323UUPDU.H323MessageBody.Information any -> other(here, "Information");
      case H323UUPDU.H323MessageBody.Empty any -> other(here, message.q931().type().toString());
      case H323UUPDU.H323MessageBody.Status any -> other(here, "Status");
      case H323UUPDU.H323MessageBody.StatusInquiry any -> other(here, "Status Inquiry");
      case H323UUPDU.H323MessageBody.SetupAcknowledge any -> other(here, "Setup Acknowledge");
      case H323UUPDU.H323MessageBody.Notify any -> other(here, "Notify");
      case H323UUPDU.H323MessageBody.UnrecognizedAlternative any -> other(here, "unknown message");
    }
  }

  private void other(Change here, String name) {
    events.add(new CallEvent.Other(here.packet(), here.timeNanos(), here.heading(), name));
  }

  private void name(Heading heading, EndpointType endpoint) {
    if (heading == Heading.RECEIVED && product.isEmpty()) {
      product = endpoint.vendor().map(CallStory::product);
    }
  }

  private static String product(VendorIdentifier vendor) {
    return (text(vendor.productId()) + " " + text(vendor.versionId())).strip();
  }

  private static String text(Optional<Octets> octets) {
    return octets
        .map(each -> each.text(StandardCharsets.ISO_8859_1).replace('\0', ' ').strip())
        .orElse("");
  }

  private void fastStart(Change here, Optional<List<Octets>> elements) {
    for (LogicalChannel channel : channels.taken(here.heading(), elements.orElse(List.of()))) {
      opened(here, channel);
    }
  }

  private void released(Change here, SignalMessage message) {
    if (released) {
      return;
    }
    if (!connected && here.heading() == Heading.SENT && caller == Heading.SENT) {
      cancelled = true;
      events.add(new CallEvent.Cancelled(here.packet(), here.timeNanos(), here.heading()));
      return;
    }
    if (!connected) {
      events.add(
          new CallEvent.Refused(
              here.packet(),
              here.timeNanos(),
              here.heading(),
              cancelled ? Refusal.CANCELLED : ReleaseReading.refusal(message),
              ReleaseReading.words(message)));
      released = true;
      return;
    }
    leaving(here);
  }

  /** First whoever ends the call, then whoever confirms it. */
  private void leaving(Change here) {
    if (releasing.isEmpty()) {
      open.ifPresent(this::agree);
      releasing = Optional.of(here.heading());
      events.add(new CallEvent.Releasing(here.packet(), here.timeNanos(), here.heading()));
    } else if (releasing.get() != here.heading() && !released) {
      released = true;
      events.add(new CallEvent.Released(here.packet(), here.timeNanos(), here.heading()));
    }
  }

  /** A connection of the call ended. */
  void connectionEnded(long packet, long timeNanos, boolean byPeer) {
    passed(timeNanos);
    if (!byPeer || released) {
      return;
    }
    Change here = new Change(packet, timeNanos, Heading.RECEIVED);
    if (cancelled) {
      released = true;
      events.add(
          new CallEvent.Refused(
              packet, timeNanos, Heading.RECEIVED, Refusal.CANCELLED, "connection closed"));
    } else if (connected && releasing.filter(by -> by == Heading.SENT).isPresent()) {
      leaving(here);
    } else if (!connected) {
      released = true;
      events.add(
          new CallEvent.Refused(
              packet, timeNanos, Heading.RECEIVED, Refusal.OTHER, "connection closed"));
    } else if (releasing.isEmpty()) {
      leaving(here);
    }
  }

  // ---- H.245

  void control(
      long packet, long timeNanos, Heading heading, MultimediaSystemControlMessage message) {
    passed(timeNanos);
    Change here = new Change(packet, timeNanos, heading);
    switch (message) {
      case MultimediaSystemControlMessage.Request(RequestMessage request) -> request(here, request);
      case MultimediaSystemControlMessage.Response(ResponseMessage response) ->
          response(here, response);
      case MultimediaSystemControlMessage.Command(CommandMessage command) -> command(here, command);
      case MultimediaSystemControlMessage.Indication(IndicationMessage indication) -> {
        if (indication instanceof IndicationMessage.GenericIndication(var generic)) {
          content(here, generic);
        }
      }
      case MultimediaSystemControlMessage.UnrecognizedAlternative any -> {}
    }
  }

  private void request(Change here, RequestMessage request) {
    switch (request) {
      case RequestMessage.TerminalCapabilitySet(var set) ->
          capabilities(here, CapabilityTable.of(set));
      case RequestMessage.OpenLogicalChannel(var asked) ->
          channels.asked(here.heading(), asked).ifPresent(any -> changed(here));
      case RequestMessage.CloseLogicalChannel(var close) -> {
        if (channels.closed(here.heading(), close.forwardLogicalChannelNumber()).isPresent()
            && !wePause
            && !theyPause) {
          changed(here);
        }
      }
      case RequestMessage.GenericRequest(var generic) -> content(here, generic);
      default -> {}
    }
  }

  private void capabilities(Change here, CapabilityTable table) {
    boolean sent = here.heading() == Heading.SENT;
    boolean resumes = sent && wePause && !table.isEmpty();
    if (sent) {
      wePause = table.isEmpty();
      ours = table.isEmpty() ? ours : table;
      events.add(new CallEvent.Proposed(here.packet(), here.timeNanos(), here.heading(), wanted()));
      if (resumes) {
        changed(here);
      }
      return;
    }
    boolean theyResume = theyPause && !table.isEmpty();
    theyPause = table.isEmpty();
    theirs = table.isEmpty() ? theirs : table;
    if (theyPause && agreed) {
      agree(here);
    } else if (theyResume) {
      changed(here);
    }
  }

  /** Our side as the last capability set says it; where media go is said when channels open. */
  private MediaDescription wanted() {
    InetSocketAddress discard = new InetSocketAddress(local.getAddress(), 9);
    MediaDirection direction = wePause ? MediaDirection.SENDONLY : MediaDirection.SENDRECV;
    List<MediaLine> lines = new ArrayList<>();
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      List<Receivable> some = ours.receivable(kind, formats);
      if (!some.isEmpty()) {
        lines.add(
            new MediaLine(
                kind, discard, discard, direction, some.stream().map(Receivable::format).toList()));
      }
    }
    return new MediaDescription(lines);
  }

  private void response(Change here, ResponseMessage response) {
    switch (response) {
      case ResponseMessage.OpenLogicalChannelAck(var ack) ->
          channels
              .accepted(here.heading(), ack)
              .ifPresent(
                  channel -> {
                    opened(here, channel);
                    changed(here);
                  });
      case ResponseMessage.OpenLogicalChannelReject(var reject) ->
          channels
              .refused(here.heading(), reject.forwardLogicalChannelNumber())
              .ifPresent(any -> changed(here));
      case ResponseMessage.GenericResponse(var generic) -> content(here, generic);
      case ResponseMessage.TerminalCapabilitySetAck any -> {
        // The other side has taken note that it is to send nothing.
        if (here.heading() == Heading.RECEIVED && wePause && agreed) {
          agree(here);
        }
      }
      default -> {}
    }
  }

  private void command(Change here, CommandMessage command) {
    switch (command) {
      case CommandMessage.MiscellaneousCommand(MiscellaneousCommand misc)
          when asksForIntra(misc.type()) ->
          events.add(new CallEvent.IntraRequested(here.packet(), here.timeNanos(), here.heading()));
      case CommandMessage.GenericCommand(var generic) -> content(here, generic);
      case CommandMessage.EndSessionCommand any when connected -> leaving(here);
      default -> {}
    }
  }

  private void content(Change here, GenericMessage generic) {
    ContentMessage.of(generic)
        .flatMap(ContentReading::turn)
        .ifPresent(
            turn ->
                events.add(
                    new CallEvent.Content(here.packet(), here.timeNanos(), here.heading(), turn)));
  }

  private static boolean asksForIntra(MiscellaneousCommand.Type type) {
    return type instanceof MiscellaneousCommand.Type.VideoFastUpdatePicture
        || type instanceof MiscellaneousCommand.Type.VideoFastUpdateGOB
        || type instanceof MiscellaneousCommand.Type.VideoFastUpdateMB;
  }

  /** Media may come to us there from now on. */
  private void opened(Change here, LogicalChannel channel) {
    Optional<InetSocketAddress> media =
        channel.sender() == Heading.RECEIVED
            ? channel.media()
            : channel.senderControl().map(each -> below(each));
    Optional<InetSocketAddress> control =
        channel.sender() == Heading.RECEIVED ? channel.control() : channel.senderControl();
    if (media.isPresent()) {
      events.add(
          new CallEvent.LineOpened(
              here.packet(),
              here.timeNanos(),
              here.heading(),
              new MediaLine(
                  channel.kind(),
                  media.get(),
                  control.orElse(media.get()),
                  MediaDirection.SENDRECV,
                  List.of(channel.format()))));
    }
  }

  private static InetSocketAddress below(InetSocketAddress control) {
    return new InetSocketAddress(control.getAddress(), Math.max(0, control.getPort() - 1));
  }

  private void changed(Change here) {
    open = Optional.of(here);
    settle();
  }

  private ChannelAgreement state() {
    return new ChannelAgreement(formats, channels, local, ours, theirs, wePause, theyPause);
  }

  private void settle() {
    if (connected && open.isPresent() && capabilitiesKnown() && state().complete()) {
      agree(open.get());
    }
  }

  private boolean capabilitiesKnown() {
    return !ours.isEmpty() && !theirs.isEmpty();
  }

  private void agree(Change here) {
    open = Optional.empty();
    if (!connected) {
      return;
    }
    agreed = true;
    events.add(
        new CallEvent.Agreed(
            here.packet(),
            here.timeNanos(),
            here.heading(),
            state().agreement(caller == Heading.SENT)));
  }
}
