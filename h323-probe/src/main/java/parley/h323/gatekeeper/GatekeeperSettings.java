package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import parley.core.call.Credentials;

/**
 * How the gatekeeper behaves.
 *
 * @param identifier how it calls itself
 * @param ras where it answers RAS, as endpoints reach it
 * @param signalling where it takes call signalling, as endpoints reach it; used only where routed
 * @param routed whether call signalling goes through it
 * @param timeToLive longest life of a registration that is not renewed
 * @param accounts who may register; where there is none, everybody may, without a password
 * @param callBandwidth most for one call, in units of 100 bit/s
 * @param totalBandwidth most for all calls together, in the same units
 * @param reportEvery how often an endpoint is to say that its call lives; zero asks for nothing
 * @param neighbours gatekeepers that are asked for aliases nobody here has
 * @param traversal whether endpoints behind a NAT are served (H.460.18)
 * @param endpoint whether it is an endpoint as well, as a harness is: calls to its identifier and
 *     to its signalling address go there, and who registered before it was started anew is let take
 *     calls
 * @param limits what a flood may cost
 */
public record GatekeeperSettings(
    String identifier,
    InetSocketAddress ras,
    InetSocketAddress signalling,
    boolean routed,
    Duration timeToLive,
    List<Credentials> accounts,
    long callBandwidth,
    long totalBandwidth,
    Duration reportEvery,
    List<InetSocketAddress> neighbours,
    boolean traversal,
    boolean endpoint,
    Limits limits) {
  /**
   * What a flood may cost.
   *
   * @param registrations most at once
   * @param calls most at once
   * @param datagramsASecond most from one address that are looked at
   */
  public record Limits(int registrations, int calls, int datagramsASecond) {
    public static final Limits USUAL = new Limits(1_000, 1_000, 500);
  }

  public GatekeeperSettings {
    accounts = List.copyOf(accounts);
    neighbours = List.copyOf(neighbours);
    if (identifier.isEmpty() || identifier.length() > 128) {
      throw new IllegalArgumentException("a gatekeeper's identifier has 1 to 128 characters");
    }
    if (timeToLive.toSeconds() < 1) {
      throw new IllegalArgumentException("a registration lives at least a second");
    }
  }

  /** Open to everybody, signalling direct, 10 Mbit/s a call and 1 Gbit/s in all. */
  public static GatekeeperSettings open(
      String identifier, InetSocketAddress ras, InetSocketAddress signalling) {
    return new GatekeeperSettings(
        identifier,
        ras,
        signalling,
        false,
        Duration.ofSeconds(60),
        List.of(),
        100_000,
        10_000_000,
        Duration.ZERO,
        List.of(),
        false,
        false,
        Limits.USUAL);
  }

  /** The same at these addresses, which are known once the sockets are open. */
  GatekeeperSettings at(InetSocketAddress rasAddress, InetSocketAddress signallingAddress) {
    return changed(
        draft -> {
          draft.ras = rasAddress;
          draft.signalling = signallingAddress;
        });
  }

  public GatekeeperSettings withRouting() {
    return changed(draft -> draft.routed = true);
  }

  public GatekeeperSettings withTimeToLive(Duration life) {
    return changed(draft -> draft.timeToLive = life);
  }

  public GatekeeperSettings withAccounts(List<Credentials> known) {
    return changed(draft -> draft.accounts = known);
  }

  public GatekeeperSettings withBandwidth(long aCall, long inAll) {
    return changed(
        draft -> {
          draft.callBandwidth = aCall;
          draft.totalBandwidth = inAll;
        });
  }

  public GatekeeperSettings withNeighbours(List<InetSocketAddress> others) {
    return changed(draft -> draft.neighbours = others);
  }

  public GatekeeperSettings withTraversal() {
    return changed(draft -> draft.traversal = true);
  }

  public GatekeeperSettings asEndpoint() {
    return changed(draft -> draft.endpoint = true);
  }

  public GatekeeperSettings withLimits(Limits other) {
    return changed(draft -> draft.limits = other);
  }

  public GatekeeperSettings withReportsEvery(Duration period) {
    return changed(draft -> draft.reportEvery = period);
  }

  private GatekeeperSettings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings on their way to others. */
  private static final class Draft {
    private final String identifier;
    private InetSocketAddress ras;
    private InetSocketAddress signalling;
    private boolean routed;
    private Duration timeToLive;
    private List<Credentials> accounts;
    private long callBandwidth;
    private long totalBandwidth;
    private Duration reportEvery;
    private List<InetSocketAddress> neighbours;
    private boolean traversal;
    private boolean endpoint;
    private Limits limits;

    Draft(GatekeeperSettings of) {
      identifier = of.identifier();
      ras = of.ras();
      signalling = of.signalling();
      routed = of.routed();
      timeToLive = of.timeToLive();
      accounts = of.accounts();
      callBandwidth = of.callBandwidth();
      totalBandwidth = of.totalBandwidth();
      reportEvery = of.reportEvery();
      neighbours = of.neighbours();
      traversal = of.traversal();
      endpoint = of.endpoint();
      limits = of.limits();
    }

    GatekeeperSettings settings() {
      return new GatekeeperSettings(
          identifier,
          ras,
          signalling,
          routed,
          timeToLive,
          accounts,
          callBandwidth,
          totalBandwidth,
          reportEvery,
          neighbours,
          traversal,
          endpoint,
          limits);
    }
  }
}
