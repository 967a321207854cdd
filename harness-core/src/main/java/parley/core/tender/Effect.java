package parley.core.tender;

import java.util.List;
import parley.core.tender.competition.Competition;

/**
 * The effect on competition under both readings of what is unknown. Makers of simulators are not in
 * it.
 *
 * @param makers names, numbered as in both tables
 */
public record Effect(List<String> makers, Competition unknownFails, Competition unknownMeets) {
  public Effect {
    makers = List.copyOf(makers);
  }

  public Competition under(Reading reading) {
    return switch (reading) {
      case UNKNOWN_FAILS -> unknownFails;
      case UNKNOWN_MEETS -> unknownMeets;
    };
  }
}
