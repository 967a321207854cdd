package parley.h323.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h225.H323UUPDU;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/**
 * The candidate says of H.245 tunnelling in every message what it says first, and does as it says.
 */
public record EnsureTunnellingIsConsistent() implements Check<CallMessages> {
  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.2.1");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "H.245 tunnelled in all its messages or in none, as h245Tunneling says";
    List<Entry.Signal> said = new ArrayList<>();
    for (Entry.Signal signal : call.signals(Heading.RECEIVED)) {
      // A gatekeeper in between may leave the answer to whoever comes after it.
      if (signal.message().pdu().filter(pdu -> !pdu.provisionalRespToH245Tunneling()).isPresent()) {
        said.add(signal);
      }
    }
    if (said.isEmpty()) {
      return new Outcome.Undecided(expected, "it said nothing of tunnelling");
    }
    boolean first = tunnels(said.getFirst());
    // A side that tunnels may change to a connection of its own, and not back.
    Optional<Entry.Control> separate =
        call.entries().stream()
            .filter(Entry.Control.class::isInstance)
            .map(Entry.Control.class::cast)
            .filter(each -> !each.tunnelled())
            .findFirst();
    Optional<Entry.Signal> other =
        said.stream()
            .filter(each -> tunnels(each) != first)
            .filter(
                each -> !first || separate.filter(own -> own.packet() < each.packet()).isEmpty())
            .findFirst();
    if (other.isPresent()) {
      return new Outcome.Violated(
          expected,
          "h245Tunneling "
              + first
              + " in "
              + said.getFirst().message().q931().type()
              + " and "
              + !first
              + " in "
              + other.get().message().q931().type(),
          Inspected.messages(said.size()),
          List.of(said.getFirst().packet(), other.get().packet()));
    }
    Optional<Entry.Control> tunnelled =
        call.controls(Heading.RECEIVED).stream().filter(Entry.Control::tunnelled).findFirst();
    return Outcome.of(
        first || tunnelled.isEmpty(),
        expected,
        "h245Tunneling "
            + first
            + (tunnelled.isPresent() ? ", H.245 tunnelled" : ", H.245 not tunnelled"),
        Inspected.messages(said.size()),
        List.of(tunnelled.map(Entry::packet).orElse(said.getFirst().packet())));
  }

  private static boolean tunnels(Entry.Signal signal) {
    return signal.message().pdu().flatMap(H323UUPDU::h245Tunneling).orElse(false);
  }
}
