package parley.core.suite;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.MediaProtection;
import parley.core.media.protection.StreamProtection;
import parley.core.media.protection.Transformed;
import parley.core.media.rtcp.RtcpCompound;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.media.rtp.RtpDecoded;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;
import parley.core.plan.Plan;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.core.transcript.Transcript;
import parley.core.wire.Octets;
import parley.profiles.CodecRegister;

/**
 * The record of one case as judgement sees it: packets, what the signalling says, the calls with
 * their media, and what the laboratory noted. Everything here is computed from the packets.
 */
public final class CaseRecord {
  private static final NavigableMap<Long, Owner> NOBODY = Collections.emptyNavigableMap();

  private final Plan plan;
  private final List<Packet> packets;
  private final Transcript transcript;
  private final List<CallView> calls;

  private CaseRecord(Plan plan, List<Packet> packets, Transcript transcript, List<CallView> calls) {
    this.plan = plan;
    this.packets = packets;
    this.transcript = transcript;
    this.calls = calls;
  }

  public static CaseRecord of(Plan plan, List<Packet> packets, Transcript transcript) {
    Map<Integer, NavigableMap<Long, Owner>> owners = owners(transcript);
    Map<CallTranscript, CallMediaBuilder> builders = new LinkedHashMap<>();
    transcript.calls().forEach(call -> builders.put(call, new CallMediaBuilder()));
    for (Packet packet : packets) {
      if (packet instanceof Packet.Remark remark && remark.note() instanceof LabNote.MediaKey key) {
        ownerAt(owners, key.port(), remark.number())
            .ifPresent(
                owner ->
                    Optional.ofNullable(builders.get(owner.call()))
                        .ifPresent(builder -> builder.key(owner.kind(), key)));
      }
      if (packet instanceof Packet.Datagram datagram && datagram.heading().isPresent()) {
        Heading heading = datagram.heading().get();
        InetSocketAddress ours =
            heading == Heading.SENT ? datagram.source() : datagram.destination();
        Map.Entry<Long, Owner> owner =
            owners.getOrDefault(ours.getPort(), NOBODY).floorEntry(datagram.number());
        if (owner != null) {
          CallMediaBuilder builder = builders.get(owner.getValue().call());
          if (builder != null) {
            builder.add(owner.getValue(), heading, datagram);
          }
        }
      }
    }
    List<CallView> calls =
        builders.entrySet().stream()
            .map(entry -> entry.getValue().build(plan, entry.getKey()))
            .toList();
    return new CaseRecord(plan, List.copyOf(packets), transcript, calls);
  }

  public Plan plan() {
    return plan;
  }

  public List<Packet> packets() {
    return packets;
  }

  public Transcript transcript() {
    return transcript;
  }

  public List<CallView> calls() {
    return calls;
  }

  /** The calls the harness made, in order. */
  public List<CallView> outgoing() {
    return calls.stream().filter(view -> view.call().heading() == Heading.SENT).toList();
  }

  /** The {@code index}-th call the harness made, from 0. */
  public Optional<CallView> outgoing(int index) {
    List<CallView> all = outgoing();
    return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }

  /** The first call the harness made, or an empty one that every check finds nothing in. */
  public CallView firstOutgoing() {
    return outgoing(0).orElseGet(() -> CallView.none(plan));
  }

  /** The second call the harness made, or an empty one. */
  public CallView secondOutgoing() {
    return outgoing(1).orElseGet(() -> CallView.none(plan));
  }

  public <N extends LabNote> List<N> notes(Class<N> kind) {
    return packets.stream()
        .filter(Packet.Remark.class::isInstance)
        .map(packet -> ((Packet.Remark) packet).note())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** When the script first did this; empty where it did not come to it. */
  public Optional<Packet.Remark> stimulus(String what) {
    return packets.stream()
        .filter(Packet.Remark.class::isInstance)
        .map(Packet.Remark.class::cast)
        .filter(
            remark ->
                remark.note() instanceof LabNote.Stimulus stimulus && stimulus.what().equals(what))
        .findFirst();
  }

  /** True where a call was carried by a codec with no published standard. */
  public boolean usedProprietary() {
    CodecRegister register = CodecRegister.standard();
    for (CallView view : calls) {
      for (CallEvent.Agreed agreed : view.call().all(CallEvent.Agreed.class)) {
        for (MediaAgreement.Line line : agreed.agreement().lines()) {
          if (line.accepted()
              && line.weMaySend().stream()
                  .limit(1)
                  .anyMatch(
                      format ->
                          ares(format)
                              || register
                                  .bySdpName(format.codec())
                                  .filter(codec -> codec.proprietary())
                                  .isPresent())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** True where the plan says that ARES is written this way. */
  private boolean ares(Format format) {
    return format.is(plan.media().ares().encodingName());
  }

  private record Owner(CallTranscript call, MediaKind kind, boolean control) {}

  /**
   * Whose a port of ours is, by the packet from which on it is: a later call may use the port of an
   * earlier one again.
   */
  private static Map<Integer, NavigableMap<Long, Owner>> owners(Transcript transcript) {
    Map<Integer, NavigableMap<Long, Owner>> owners = new LinkedHashMap<>();
    for (CallTranscript call : transcript.calls()) {
      for (CallEvent event : call.events()) {
        if (event instanceof CallEvent.Agreed agreed) {
          claim(owners, call, agreed.packet(), agreed.agreement().ours());
        } else if (event instanceof CallEvent.Proposed proposed
            && proposed.heading() == Heading.SENT) {
          claim(owners, call, proposed.packet(), proposed.description());
        } else if (event instanceof CallEvent.LineOpened opened) {
          claim(owners, call, opened.packet(), new MediaDescription(List.of(opened.ours())));
        }
      }
    }
    return owners;
  }

  /** Whose the port is then; a key may be known a moment before the agreement is on the wire. */
  private static Optional<Owner> ownerAt(
      Map<Integer, NavigableMap<Long, Owner>> owners, int port, long packet) {
    NavigableMap<Long, Owner> ofPort = owners.getOrDefault(port, NOBODY);
    return Optional.ofNullable(ofPort.floorEntry(packet))
        .or(() -> Optional.ofNullable(ofPort.ceilingEntry(packet)))
        .map(Map.Entry::getValue);
  }

  private static void claim(
      Map<Integer, NavigableMap<Long, Owner>> owners,
      CallTranscript call,
      long from,
      MediaDescription description) {
    for (MediaLine line : description.lines()) {
      if (!line.refused()
          && (line.kind() == MediaKind.AUDIO
              || line.kind() == MediaKind.VIDEO
              || line.kind() == MediaKind.CONTENT)) {
        owners
            .computeIfAbsent(line.rtp().getPort(), port -> new TreeMap<>())
            .put(from, new Owner(call, line.kind(), false));
        owners
            .computeIfAbsent(line.rtcp().getPort(), port -> new TreeMap<>())
            .put(from, new Owner(call, line.kind(), true));
      }
    }
  }

  private static final class CallMediaBuilder {
    private record Key(MediaKind kind, Heading heading, Ssrc ssrc) {}

    private final Map<Key, List<MediaFlow.Arrival>> flows = new LinkedHashMap<>();
    private final List<CallView.Report> reports = new ArrayList<>();
    private final List<CallView.Unreadable> unreadable = new ArrayList<>();
    private final Map<Line, StreamProtection> protections = new LinkedHashMap<>();

    private record Line(MediaKind kind, Heading heading) {}

    void key(MediaKind kind, LabNote.MediaKey key) {
      protection(kind, key.heading()).use(protection(key));
    }

    /** A key that is no hexadecimal fits no algorithm, which then says so for every packet. */
    private static Optional<MediaProtection> protection(LabNote.MediaKey note) {
      if (note.algorithm().equals(LabNote.MediaKey.CLEAR)) {
        return Optional.empty();
      }
      Octets key;
      try {
        key = Octets.ofHex(note.key());
      } catch (IllegalArgumentException notHexadecimal) {
        key = Octets.EMPTY;
      }
      return Optional.of(new MediaProtection(note.algorithm(), key, note.parameters()));
    }

    private StreamProtection protection(MediaKind kind, Heading heading) {
      return protections.computeIfAbsent(new Line(kind, heading), line -> new StreamProtection());
    }

    void add(Owner owner, Heading heading, Packet.Datagram datagram) {
      StreamProtection protection = protection(owner.kind(), heading);
      boolean control = owner.control() || RtpPacket.looksLikeRtcp(datagram.payload());
      Transformed transformed =
          control
              ? protection.unprotectControl(datagram.payload())
              : protection.unprotect(datagram.payload());
      switch (transformed) {
        case Transformed.Packet(Octets clear) when control ->
            control(owner, heading, datagram, clear);
        case Transformed.Packet(Octets clear) ->
            media(owner, heading, datagram, clear, protection.agreed());
        case Transformed.Refused(Octets _, String problem) ->
            unreadable.add(
                new CallView.Unreadable(
                    datagram.number(), datagram.timeNanos(), heading, owner.kind(), problem));
      }
    }

    private void control(Owner owner, Heading heading, Packet.Datagram datagram, Octets clear) {
      for (RtcpPacket packet : RtcpCompound.decode(clear).packets()) {
        reports.add(
            new CallView.Report(
                datagram.number(), datagram.timeNanos(), heading, owner.kind(), packet));
      }
    }

    private void media(
        Owner owner,
        Heading heading,
        Packet.Datagram datagram,
        Octets clear,
        Optional<MediaProtection> protection) {
      if (RtpPacket.decode(clear) instanceof RtpDecoded.Read(var rtp)) {
        flows
            .computeIfAbsent(new Key(owner.kind(), heading, rtp.ssrc()), key -> new ArrayList<>())
            .add(
                new MediaFlow.Arrival(
                    datagram.number(),
                    datagram.timeNanos(),
                    rtp,
                    protection.map(MediaProtection::algorithm)));
      }
    }

    CallView build(Plan plan, CallTranscript call) {
      return new CallView(
          plan,
          call,
          flows.entrySet().stream()
              .map(
                  entry ->
                      new MediaFlow(
                          entry.getKey().kind(),
                          entry.getKey().heading(),
                          entry.getKey().ssrc(),
                          entry.getValue()))
              .toList(),
          reports,
          unreadable);
    }
  }
}
