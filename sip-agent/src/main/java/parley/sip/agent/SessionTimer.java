package parley.sip.agent;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import parley.sip.message.SipHeader;

/** Who keeps a session alive, and how often (RFC 4028). */
final class SessionTimer {
  /** The smallest interval we accept (RFC 4028 §5). */
  static final int MINIMUM_SECONDS = 90;

  /**
   * What was agreed.
   *
   * @param seconds session interval
   * @param weRefresh which side refreshes
   */
  record Agreed(int seconds, boolean weRefresh) {}

  private final SipSide side;
  private final Runnable refresh;
  private final Runnable expire;
  private @Nullable Future<?> running;
  private volatile Optional<Agreed> agreed = Optional.empty();

  SessionTimer(SipSide side, Runnable refresh, Runnable expire) {
    this.side = side;
    this.refresh = refresh;
    this.expire = expire;
  }

  Optional<Agreed> agreed() {
    return agreed;
  }

  /** Headers of a request that asks for, or keeps, an interval. */
  List<SipHeader> request() {
    int seconds = agreed.map(Agreed::seconds).orElse(side.behaviour().sessionExpires());
    if (seconds <= 0) {
      return List.of();
    }
    String refresher =
        agreed.map(each -> each.weRefresh() ? ";refresher=uac" : ";refresher=uas").orElse("");
    return List.of(
        new SipHeader("Session-Expires", seconds + refresher),
        new SipHeader("Min-SE", Integer.toString(Math.min(seconds, MINIMUM_SECONDS))));
  }

  /** Too small to be accepted: to be answered with 422 (RFC 4028 §9). */
  static boolean tooSmall(SIPMessage request) {
    long seconds = SipSide.number(request, "Session-Expires");
    return seconds >= 0 && seconds < MINIMUM_SECONDS;
  }

  /** Our answer to a request that asks for an interval; starts the timer. */
  synchronized List<SipHeader> answer(SIPMessage request) {
    long seconds = SipSide.number(request, "Session-Expires");
    if (seconds <= 0) {
      return List.of();
    }
    boolean theyCan =
        SipSide.lists(request, "Supported", "timer") || SipSide.lists(request, "Require", "timer");
    boolean we = !theyCan || refresher(request).orElse("uac").equals("uas");
    start(new Agreed((int) Math.min(seconds, 1 << 20), we));
    SipHeader header =
        new SipHeader(
            "Session-Expires",
            side.behaviour().sessionTimerWithoutRefresher()
                ? Long.toString(seconds)
                : seconds + ";refresher=" + (we ? "uas" : "uac"));
    return theyCan ? List.of(new SipHeader("Require", "timer"), header) : List.of(header);
  }

  /** What the 2xx to our own request says; without the header there is no timer. */
  synchronized void answered(SIPMessage response) {
    long seconds = SipSide.number(response, "Session-Expires");
    if (seconds > 0) {
      start(
          new Agreed(
              (int) Math.min(seconds, 1 << 20), !refresher(response).orElse("uac").equals("uas")));
    }
  }

  private static Optional<String> refresher(SIPMessage message) {
    return SipSide.values(message, "Session-Expires").stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .filter(value -> value.contains("refresher="))
        .map(value -> value.replaceAll(".*refresher=(\\w+).*", "$1"))
        .findFirst();
  }

  private void start(Agreed next) {
    stop();
    agreed = Optional.of(next);
    if (side.behaviour().idleSessionTimer()) {
      return;
    }
    long millis = next.seconds() * 1000L;
    // Half the interval to refresh; the other side's silence ends the call a little before the
    // end of it (RFC 4028 §10).
    running =
        next.weRefresh()
            ? side.later(millis / 2, refresh)
            : side.later(millis - Math.min(32_000, millis / 3), expire);
  }

  synchronized void stop() {
    Future<?> last = running;
    if (last != null) {
      last.cancel(false);
    }
  }
}
