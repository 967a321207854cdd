package parley.h323.traversal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.h323.h225.Content;
import parley.h323.h225.EnumeratedParameter;
import parley.h323.h225.GenericData;

/**
 * How the media of a call gets through (H.460.24): what the gatekeeper decided, as admissions and
 * Setup carry it.
 *
 * <p>In captures the feature stands without parameters, which is tested; their numbers and the
 * strategies are those public implementations use, and no capture holds them.
 *
 * @param strategy what is to be done; empty where nothing is said
 * @param mustProxy whether the gatekeeper has to carry the media
 */
public record MediaStrategy(Optional<Strategy> strategy, Optional<Boolean> mustProxy) {
  /** What is to be done, with its number. */
  public enum Strategy {
    UNKNOWN(0),
    NO_ASSISTANCE(1),
    LOCAL_MASTER(2),
    REMOTE_MASTER(3),
    LOCAL_PROXY(4),
    REMOTE_PROXY(5),
    FULL_PROXY(6),
    SAME_NAT(7),
    PROXY_OFFLOAD(8),
    FAILURE(100);

    private final int number;

    Strategy(int number) {
      this.number = number;
    }

    static Optional<Strategy> of(int number) {
      return List.of(values()).stream().filter(each -> each.number == number).findFirst();
    }
  }

  /** Number of the feature. */
  public static final int FEATURE = 24;

  private static final int MUST_PROXY = 3;
  private static final int STRATEGY = 8;

  public static MediaStrategy of(GenericData feature) {
    return new MediaStrategy(
        Features.content(feature, STRATEGY)
            .filter(Content.Number8.class::isInstance)
            .flatMap(content -> Strategy.of(((Content.Number8) content).value())),
        NatProbing.truth(feature, MUST_PROXY));
  }

  public GenericData feature() {
    List<EnumeratedParameter> all = new ArrayList<>();
    mustProxy.ifPresent(it -> all.add(Features.parameter(MUST_PROXY, new Content.Bool(it))));
    strategy.ifPresent(it -> all.add(Features.parameter(STRATEGY, new Content.Number8(it.number))));
    return Features.feature(FEATURE, all);
  }
}
