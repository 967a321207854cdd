package parley.core.media.rtp;

import java.util.Map;

/**
 * Clock rates by payload type, in Hz. A payload type without one is counted and its arrival timed,
 * but it takes no part in jitter: unknown formats, and telephone events, whose timestamp stands
 * still (RFC 4733 section 2.2.1).
 */
public final class PayloadClocks {
  /** The static payload types (RFC 3551 section 6), and nothing dynamic. */
  public static final PayloadClocks STATIC = new PayloadClocks(Map.of());

  private final int[] rates = new int[128];

  private PayloadClocks(Map<Integer, Integer> dynamic) {
    StaticPayload.ALL.forEach(payload -> rates[payload.payloadType()] = payload.clockRate());
    rates[19] = 8000; // comfort noise before it was given 13
    dynamic.forEach((type, rate) -> rates[type] = rate);
  }

  /** The static ones and these, which win. */
  public static PayloadClocks with(Map<Integer, Integer> ratesByType) {
    ratesByType.forEach(
        (type, rate) -> {
          if (type < 0 || type > 127 || rate < 0) {
            throw new IllegalArgumentException("clock " + rate + " of payload type " + type);
          }
        });
    return new PayloadClocks(ratesByType);
  }

  /** Hz, 0 where there is none. */
  public int rate(int payloadType) {
    return rates[payloadType & 0x7f];
  }
}
