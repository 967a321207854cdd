package parley.h323.ras.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Problem;

/**
 * A datagram of the RAS port as it was received. One that cannot be read is kept like any other.
 *
 * @param octets what was on the wire
 * @param message what it says; empty where it is malformed
 * @param sequence its {@code requestSeqNum}, also of a malformed one if that much could be read
 * @param problems what is wrong or unusual with it
 */
public record RasDatagram(
    Octets octets, Optional<RasMessage> message, OptionalInt sequence, List<Problem> problems) {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  public RasDatagram {
    problems = List.copyOf(problems);
  }

  /** Reads a datagram; never fails. */
  public static RasDatagram read(Octets octets) {
    PerResult result = DECODER.decode(RasMessage.TYPE, octets);
    List<Problem> problems = new ArrayList<>(result.problems());
    Optional<RasMessage> message = Optional.empty();
    try {
      message = result.complete().map(RasMessage::of);
    } catch (IllegalArgumentException incomplete) {
      // An addition that could not be read leaves a hole that a record has no place for.
      problems.add(new Problem(Problem.Kind.MALFORMED, 0, String.valueOf(incomplete.getMessage())));
    }
    return new RasDatagram(octets, message, RasParts.sequence(result.value()), problems);
  }

  /** What it is called: the message's name, or that it cannot be read. */
  public String name() {
    return message.map(RasParts::name).orElse("malformed");
  }
}
