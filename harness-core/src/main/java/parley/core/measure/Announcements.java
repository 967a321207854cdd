package parley.core.measure;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.core.call.Format;
import parley.core.transcript.AnnouncedMedia;

/** What signalling says of addresses that media goes to. */
public final class Announcements {
  public static final Announcements NONE = new Announcements(List.of());

  private final Map<InetSocketAddress, List<AnnouncedMedia>> byReceiver = new HashMap<>();

  public Announcements(List<AnnouncedMedia> announced) {
    announced.stream()
        .filter(each -> !each.receiver().isUnresolved() && each.receiver().getPort() != 0)
        .sorted(Comparator.comparingLong(AnnouncedMedia::timeNanos))
        .forEach(
            each -> byReceiver.computeIfAbsent(each.receiver(), _ -> new ArrayList<>()).add(each));
  }

  /** How many addresses media was announced for. */
  public int addresses() {
    return byReceiver.size();
  }

  boolean name(InetSocketAddress source, InetSocketAddress destination) {
    return byReceiver.containsKey(destination) || byReceiver.containsKey(source);
  }

  /**
   * Formats of a stream by payload type. What its receiver asked for counts first (RFC 3264 section
   * 5.1); then what its sender asked for at the address it sends from, since most use the same
   * numbers both ways. Of several announcements the last before the stream counts.
   */
  Map<Integer, Format> formats(
      InetSocketAddress source, InetSocketAddress destination, long firstNanos) {
    Map<Integer, Format> formats = new HashMap<>();
    add(formats, destination, firstNanos);
    add(formats, source, firstNanos);
    return formats;
  }

  private void add(Map<Integer, Format> formats, InetSocketAddress receiver, long firstNanos) {
    Map<Integer, Format> own = new HashMap<>();
    for (AnnouncedMedia each : byReceiver.getOrDefault(receiver, List.of())) {
      for (Format format : each.formats()) {
        if (each.timeNanos() <= firstNanos) {
          own.put(format.payloadType(), format);
        } else {
          own.putIfAbsent(format.payloadType(), format);
        }
      }
    }
    own.forEach(formats::putIfAbsent);
  }
}
