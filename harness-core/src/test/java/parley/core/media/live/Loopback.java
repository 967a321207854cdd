package parley.core.media.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.media.codec.AudioCodec;
import parley.core.media.rtcp.RtcpCompound;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.media.rtp.RtpDecoded;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.video.AccessUnit;
import parley.core.media.video.H264Depacketiser;
import parley.core.media.video.RtpInput;
import parley.core.plan.PortRange;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/** Two sides of a call on the loopback address, and everything that passed the taps. */
final class Loopback implements AutoCloseable {
  record Seen(
      long nanos,
      Heading heading,
      InetSocketAddress ours,
      InetSocketAddress theirs,
      Octets payload) {}

  static final Format H264 =
      new Format(97, "H264", 90000)
          .with("profile-level-id", "42e01f")
          .with("packetization-mode", "1");
  static final List<MediaKind> KINDS = List.of(MediaKind.AUDIO, MediaKind.VIDEO);

  final List<Seen> seen = new CopyOnWriteArrayList<>();
  final MediaPlane plane;
  final CallMedia ours;
  final CallMedia theirs;
  private final List<Format> audio;
  private final List<Format> video;

  Loopback(MediaBehaviour theirBehaviour, AudioCodec audio, Format video) throws IOException {
    InetAddress local = InetAddress.getLoopbackAddress();
    MediaSettings settings = MediaSettings.standard().withRtcpInterval(Duration.ofMillis(300));
    this.plane =
        new MediaPlane(
            local,
            new PortRange(41_000, 47_999),
            (heading, from, to, payload) ->
                seen.add(new Seen(System.nanoTime(), heading, from, to, payload)),
            settings);
    this.ours = plane.open(KINDS);
    this.theirs = plane.open(KINDS, theirBehaviour);
    this.audio = List.of(audio.format(audio == AudioCodec.PCMU ? 0 : 109));
    this.video = List.of(video);
  }

  private MediaDescription describe(CallMedia side, MediaDirection direction) {
    List<MediaLine> lines = new ArrayList<>();
    lines.add(side.describe(MediaKind.AUDIO, direction, audio));
    lines.add(side.describe(MediaKind.VIDEO, direction, video));
    return new MediaDescription(lines);
  }

  /** Both sides agree, seen from ours. */
  void agree(MediaDirection direction) {
    MediaDescription here = describe(ours, direction);
    MediaDescription there = describe(theirs, direction.reversed());
    ours.start(new MediaAgreement(here, there, true));
    theirs.start(new MediaAgreement(there, here, false));
  }

  List<RtpPacket> received(InetSocketAddress at) {
    return packets(seen -> seen.heading() == Heading.RECEIVED && seen.ours().equals(at));
  }

  List<RtpPacket> packets(Predicate<Seen> wanted) {
    List<RtpPacket> packets = new ArrayList<>();
    for (Seen one : seen) {
      if (wanted.test(one)
          && RtpPacket.decode(one.payload()) instanceof RtpDecoded.Read(RtpPacket packet)) {
        packets.add(packet);
      }
    }
    return packets;
  }

  List<RtcpPacket> receivedRtcp(InetSocketAddress at) {
    return seen.stream()
        .filter(one -> one.heading() == Heading.RECEIVED && one.ours().equals(at))
        .flatMap(one -> RtcpCompound.decode(one.payload()).packets().stream())
        .toList();
  }

  static List<AccessUnit> units(List<RtpPacket> packets) {
    H264Depacketiser depacketiser = new H264Depacketiser();
    List<AccessUnit> units = new ArrayList<>();
    long number = 0;
    for (RtpPacket packet : packets) {
      units.addAll(
          depacketiser.accept(
              new RtpInput(
                  packet.sequence().value(),
                  packet.timestamp(),
                  packet.marker(),
                  packet.payload(),
                  ++number)));
    }
    units.addAll(depacketiser.finish());
    return units;
  }

  @Override
  public void close() {
    plane.close();
  }
}
