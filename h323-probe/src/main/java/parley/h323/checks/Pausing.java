package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.core.record.Heading;
import parley.h323.capability.CapabilityTable;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/**
 * A pause that we ordered by an empty capability set, and what the other side did with its
 * channels.
 *
 * @param channels numbers of its channels that were open then
 * @param closed those that it closed before the pause was over
 * @param resumed when we could receive again; empty where that did not come
 * @param opened channels it opened after that
 */
record Pausing(
    long packet,
    Set<Integer> channels,
    Set<Integer> closed,
    Optional<ControlView.Said<RequestMessage.TerminalCapabilitySet>> resumed,
    List<Long> opened) {
  static Optional<Pausing> of(ControlView view) {
    List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> sets =
        view.said(Heading.SENT, RequestMessage.TerminalCapabilitySet.class);
    return sets.stream()
        .filter(set -> CapabilityTable.of(set.message().value()).isEmpty())
        .findFirst()
        .map(pause -> of(view, pause.packet(), sets));
  }

  private static Pausing of(
      ControlView view,
      long from,
      List<ControlView.Said<RequestMessage.TerminalCapabilitySet>> sets) {
    Optional<ControlView.Said<RequestMessage.TerminalCapabilitySet>> resumed =
        sets.stream().filter(set -> set.packet() > from).findFirst();
    long until = resumed.map(ControlView.Said::packet).orElse(Long.MAX_VALUE);
    Set<Integer> open = new TreeSet<>();
    view.said(Heading.SENT, ResponseMessage.OpenLogicalChannelAck.class).stream()
        .filter(ack -> ack.packet() < from)
        .forEach(ack -> open.add(ack.message().value().forwardLogicalChannelNumber()));
    open.removeAll(closed(view, 0, from));
    Set<Integer> closed = closed(view, from, until);
    closed.retainAll(open);
    return new Pausing(
        from,
        open,
        closed,
        resumed,
        view.said(Heading.RECEIVED, RequestMessage.OpenLogicalChannel.class).stream()
            .map(ControlView.Said::packet)
            .filter(packet -> packet > until)
            .toList());
  }

  private static Set<Integer> closed(ControlView view, long from, long until) {
    Set<Integer> numbers = new TreeSet<>();
    view.said(Heading.RECEIVED, RequestMessage.CloseLogicalChannel.class).stream()
        .filter(close -> close.packet() >= from && close.packet() < until)
        .forEach(close -> numbers.add(close.message().value().forwardLogicalChannelNumber()));
    return numbers;
  }
}
