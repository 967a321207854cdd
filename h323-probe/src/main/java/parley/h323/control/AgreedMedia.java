package parley.h323.control;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaLine;

/**
 * What open channels come to in core's words, which know offers and answers. Each line of ours gets
 * the other side's: it sends where a channel comes in, receives where one goes out, and is refused
 * where there is neither.
 */
final class AgreedMedia {
  private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("unknown", 0);

  private AgreedMedia() {}

  static MediaAgreement of(
      MediaDescription ours, Collection<LogicalChannel> channels, boolean weOffered) {
    List<MediaLine> mine = new ArrayList<>();
    List<MediaLine> theirs = new ArrayList<>();
    for (MediaLine line : ours.lines()) {
      Optional<LogicalChannel> out = channel(channels, line, true);
      Optional<LogicalChannel> in = channel(channels, line, false);
      mine.add(line.withFormats(first(in, out, line.formats())));
      theirs.add(theirLine(line, out, in));
    }
    return new MediaAgreement(new MediaDescription(mine), new MediaDescription(theirs), weOffered);
  }

  private static Optional<LogicalChannel> channel(
      Collection<LogicalChannel> channels, MediaLine line, boolean outgoing) {
    return channels.stream()
        .filter(each -> each.kind() == line.kind() && each.outgoing() == outgoing)
        .findFirst();
  }

  private static MediaLine theirLine(
      MediaLine line, Optional<LogicalChannel> out, Optional<LogicalChannel> in) {
    Optional<InetSocketAddress> rtp = out.flatMap(LogicalChannel::rtp);
    Optional<InetSocketAddress> rtcp =
        out.flatMap(LogicalChannel::rtcp).or(() -> in.flatMap(LogicalChannel::rtcp));
    if (out.isEmpty() && in.isEmpty()) {
      return new MediaLine(line.kind(), NOWHERE, NOWHERE, MediaDirection.INACTIVE, line.formats());
    }
    // A side that only sends says no RTP address; it lies below its RTCP address by custom.
    InetSocketAddress media = rtp.or(() -> rtcp.map(AgreedMedia::below)).orElse(NOWHERE);
    return new MediaLine(
        line.kind(),
        media,
        rtcp.orElseGet(() -> above(media)),
        MediaDirection.of(in.isPresent(), out.isPresent()),
        first(out, in, List.of()));
  }

  private static InetSocketAddress below(InetSocketAddress address) {
    return new InetSocketAddress(address.getAddress(), Math.max(1, address.getPort() - 1));
  }

  private static InetSocketAddress above(InetSocketAddress address) {
    return address.isUnresolved()
        ? address
        : new InetSocketAddress(address.getAddress(), Math.min(65_535, address.getPort() + 1));
  }

  private static List<Format> first(
      Optional<LogicalChannel> one, Optional<LogicalChannel> other, List<Format> otherwise) {
    List<Format> formats = new ArrayList<>();
    one.map(LogicalChannel::format).ifPresent(formats::add);
    other
        .map(LogicalChannel::format)
        .filter(format -> formats.stream().noneMatch(each -> FormatMatch.same(each, format)))
        .ifPresent(formats::add);
    return formats.isEmpty() ? otherwise : List.copyOf(formats);
  }
}
