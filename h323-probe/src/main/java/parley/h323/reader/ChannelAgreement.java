package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.CapabilityTable.Receivable;

/**
 * What capabilities and open channels come to, in core's words. H.245 has no offer and answer: each
 * side says what it can receive and then opens what it sends. So a line of ours lists what we said
 * we receive, in our order, and a line of theirs what both can do, beginning with what the other
 * side chose to send.
 */
final class ChannelAgreement {
  private static final List<MediaKind> KINDS =
      List.of(MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.CONTENT);

  private final CapabilityFormats formats;
  private final ChannelLedger channels;
  private final InetSocketAddress nowhere;

  /** What each side said last, an empty set apart. */
  private final CapabilityTable ours;

  private final CapabilityTable theirs;
  private final boolean wePause;
  private final boolean theyPause;

  ChannelAgreement(
      CapabilityFormats formats,
      ChannelLedger channels,
      InetSocketAddress local,
      CapabilityTable ours,
      CapabilityTable theirs,
      boolean wePause,
      boolean theyPause) {
    this.formats = formats;
    this.channels = channels;
    this.nowhere = new InetSocketAddress(local.getAddress(), 0);
    this.ours = ours;
    this.theirs = theirs;
    this.wePause = wePause;
    this.theyPause = theyPause;
  }

  /** True where all channels that can be expected have been opened or refused. */
  boolean complete() {
    return Stream.of(MediaKind.AUDIO, MediaKind.VIDEO)
        .filter(kind -> !common(kind).isEmpty())
        .allMatch(
            kind ->
                (theyPause || settled(Heading.SENT, kind))
                    && (wePause || settled(Heading.RECEIVED, kind)));
  }

  private boolean settled(Heading sender, MediaKind kind) {
    return channels
        .of(sender, kind)
        .filter(each -> each.open() || each.state() == LogicalChannel.State.REFUSED)
        .isPresent();
  }

  private List<Format> receivable(CapabilityTable table, MediaKind kind) {
    return table.receivable(kind, formats).stream().map(Receivable::format).toList();
  }

  private static boolean same(Format one, Format other) {
    return one.is(other.codec())
        && one.clockRate() == other.clockRate()
        && (!one.is("H264")
            || one.parameter("packetization-mode")
                .orElse("0")
                .equals(other.parameter("packetization-mode").orElse("0")));
  }

  /** What both sides receive, in our order. */
  private List<Format> common(MediaKind kind) {
    List<Format> other = receivable(theirs, kind);
    return receivable(ours, kind).stream()
        .filter(format -> other.stream().anyMatch(each -> same(each, format)))
        .toList();
  }

  MediaAgreement agreement(boolean weCalled) {
    List<MediaLine> our = new ArrayList<>();
    List<MediaLine> their = new ArrayList<>();
    for (MediaKind kind : KINDS) {
      Optional<LogicalChannel> sending = channels.of(Heading.SENT, kind);
      Optional<LogicalChannel> receiving = channels.of(Heading.RECEIVED, kind);
      if (receivable(ours, kind).isEmpty() && sending.isEmpty() && receiving.isEmpty()) {
        continue;
      }
      our.add(ours(kind, sending, receiving));
      their.add(theirs(kind, sending, receiving));
    }
    return new MediaAgreement(new MediaDescription(our), new MediaDescription(their), weCalled);
  }

  private MediaLine ours(
      MediaKind kind, Optional<LogicalChannel> sending, Optional<LogicalChannel> receiving) {
    List<Format> list = receivable(ours, kind);
    Optional<Format> used = receiving.filter(this::counts).map(LogicalChannel::format);
    if (used.isPresent()) {
      // The payload type that counts is the one the sender named.
      list = replaced(list, used.get());
    }
    boolean any = open(sending) || open(receiving);
    Optional<InetSocketAddress> rtp =
        receiving
            .flatMap(LogicalChannel::media)
            .or(() -> sending.flatMap(LogicalChannel::senderControl).map(ChannelAgreement::below));
    Optional<InetSocketAddress> rtcp =
        receiving
            .flatMap(LogicalChannel::control)
            .or(() -> sending.flatMap(LogicalChannel::senderControl))
            .or(() -> rtp.map(ChannelAgreement::above));
    return new MediaLine(
        kind,
        any ? rtp.orElse(nowhere) : nowhere,
        any ? rtcp.orElse(nowhere) : nowhere,
        MediaDirection.of(!theyPause, !wePause),
        list);
  }

  private MediaLine theirs(
      MediaKind kind, Optional<LogicalChannel> sending, Optional<LogicalChannel> receiving) {
    List<Format> list = common(kind);
    Optional<LogicalChannel> weSend = sending.filter(LogicalChannel::open);
    if (weSend.isPresent()) {
      list = replaced(list, weSend.get().format());
    }
    // What they chose to send of what we receive is their answer.
    Optional<LogicalChannel> theySend = receiving.filter(this::counts);
    if (theySend.isPresent()) {
      list = first(theySend.get().format(), list);
    }
    boolean any = open(sending) || open(receiving);
    Optional<InetSocketAddress> rtp =
        sending
            .flatMap(LogicalChannel::media)
            .or(
                () ->
                    receiving.flatMap(LogicalChannel::senderControl).map(ChannelAgreement::below));
    Optional<InetSocketAddress> rtcp =
        sending
            .flatMap(LogicalChannel::control)
            .or(() -> receiving.flatMap(LogicalChannel::senderControl))
            .or(() -> rtp.map(ChannelAgreement::above));
    return new MediaLine(
        kind,
        any ? rtp.orElse(nowhere) : nowhere,
        any ? rtcp.orElse(nowhere) : nowhere,
        MediaDirection.of(open(receiving) && !wePause, open(sending) && !theyPause),
        list);
  }

  /** A channel they asked for says what they answered with, even where we refused it. */
  private boolean counts(LogicalChannel channel) {
    return channel.state() != LogicalChannel.State.CLOSED || wePause;
  }

  private static boolean open(Optional<LogicalChannel> channel) {
    return channel.filter(LogicalChannel::open).isPresent();
  }

  private static InetSocketAddress below(InetSocketAddress control) {
    return new InetSocketAddress(control.getAddress(), Math.max(0, control.getPort() - 1));
  }

  private static InetSocketAddress above(InetSocketAddress media) {
    return new InetSocketAddress(media.getAddress(), Math.min(0xffff, media.getPort() + 1));
  }

  private static List<Format> first(Format chosen, List<Format> list) {
    List<Format> ordered = new ArrayList<>();
    ordered.add(list.stream().filter(each -> same(each, chosen)).findFirst().orElse(chosen));
    list.stream().filter(each -> !same(each, chosen)).forEach(ordered::add);
    return ordered;
  }

  private static List<Format> replaced(List<Format> list, Format by) {
    return list.stream()
        .map(each -> same(each, by) ? each.withPayloadType(by.payloadType()) : each)
        .toList();
  }
}
