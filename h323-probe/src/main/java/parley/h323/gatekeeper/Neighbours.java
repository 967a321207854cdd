package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import parley.h323.h225.AdmissionRequest;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.LocationRequest;
import parley.h323.h225.RasMessage;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.PendingRequests;
import parley.h323.ras.RasTimer;
import parley.h323.ras.message.AnswerTo;
import parley.h323.ras.message.RasParts;

/**
 * Gatekeepers that are asked for aliases nobody here has (LRQ, H.225.0 clause 7.14). The first that
 * knows the alias is believed; when all have said no or nothing, nobody knows it.
 */
final class Neighbours {
  /** Longest time until all have spoken or been given up. */
  static final int LONGEST_MILLIS = 16_000;

  private static final int HOPS = 5;

  /** What they say. */
  record Word(long ticket, Optional<InetSocketAddress> address) {}

  private final GatekeeperSettings settings;
  private final PendingRequests pending;
  private final Map<Integer, InetSocketAddress> destinations = new HashMap<>();
  private final Map<Long, Integer> open = new HashMap<>();
  private final List<Gatekeeper.Outgoing> outgoing = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  Neighbours(GatekeeperSettings settings, RandomGenerator random) {
    this.settings = settings;
    pending = new PendingRequests(random);
  }

  List<Gatekeeper.Outgoing> outgoing() {
    List<Gatekeeper.Outgoing> all = List.copyOf(outgoing);
    outgoing.clear();
    return all;
  }

  List<Word> words() {
    List<Word> all = List.copyOf(words);
    words.clear();
    return all;
  }

  void ask(long ticket, List<AliasAddress> names, AdmissionRequest request, long now) {
    open.put(ticket, settings.neighbours().size());
    for (InetSocketAddress neighbour : settings.neighbours()) {
      int number = pending.nextSequence();
      RasMessage message =
          new RasMessage.LocationRequest(
              LocationRequest.with()
                  .requestSeqNum(number)
                  .destinationInfo(names)
                  .replyAddress(NetworkAddresses.transport(settings.ras()))
                  .sourceInfo(request.srcInfo())
                  .canMapAlias(false)
                  .hopCount(HOPS)
                  .callIdentifier(request.callIdentifier())
                  .build());
      outgoing.add(new Gatekeeper.Outgoing(neighbour, message, message.encode()));
      destinations.put(number, neighbour);
      pending.sent(ticket, number, message, message.encode(), RasTimer.of(message), now);
    }
  }

  /** Whether the message answers one of these questions. */
  boolean answered(int number, RasMessage message, long now) {
    if (message instanceof RasMessage.RequestInProgress(var progress)) {
      return pending.delayed(number, RasParts.delayNanos(progress), now);
    }
    Optional<PendingRequests.Pending> found =
        AnswerTo.requests(message).flatMap(kind -> pending.answered(number, kind));
    found.ifPresent(
        each ->
            spoke(
                each.ticket(),
                message instanceof RasMessage.LocationConfirm(var confirm)
                    ? NetworkAddresses.of(confirm.callSignalAddress())
                    : Optional.empty()));
    return found.isPresent();
  }

  private void spoke(long ticket, Optional<InetSocketAddress> address) {
    int left = open.getOrDefault(ticket, 0) - 1;
    if (address.isPresent() || left <= 0) {
      open.remove(ticket);
      pending.cancel(ticket);
      words.add(new Word(ticket, address));
    } else {
      open.put(ticket, left);
    }
  }

  OptionalLong next() {
    return pending.next();
  }

  void timer(long now) {
    PendingRequests.Due due = pending.due(now);
    due.again()
        .forEach(
            each ->
                outgoing.add(
                    new Gatekeeper.Outgoing(
                        destinations.getOrDefault(each.sequence(), settings.ras()),
                        each.request(),
                        each.octets())));
    due.givenUp().forEach(each -> spoke(each.ticket(), Optional.empty()));
  }
}
