package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
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
    return new GatekeeperSettings(
        identifier,
        rasAddress,
        signallingAddress,
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

  public GatekeeperSettings withRouting() {
    return copy(true, timeToLive, accounts, callBandwidth, totalBandwidth, neighbours, traversal);
  }

  public GatekeeperSettings withTimeToLive(Duration life) {
    return copy(routed, life, accounts, callBandwidth, totalBandwidth, neighbours, traversal);
  }

  public GatekeeperSettings withAccounts(List<Credentials> known) {
    return copy(routed, timeToLive, known, callBandwidth, totalBandwidth, neighbours, traversal);
  }

  public GatekeeperSettings withBandwidth(long aCall, long inAll) {
    return copy(routed, timeToLive, accounts, aCall, inAll, neighbours, traversal);
  }

  public GatekeeperSettings withNeighbours(List<InetSocketAddress> others) {
    return copy(routed, timeToLive, accounts, callBandwidth, totalBandwidth, others, traversal);
  }

  public GatekeeperSettings withTraversal() {
    return copy(routed, timeToLive, accounts, callBandwidth, totalBandwidth, neighbours, true);
  }

  public GatekeeperSettings asEndpoint() {
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
        true,
        limits);
  }

  public GatekeeperSettings withLimits(Limits other) {
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
        other);
  }

  public GatekeeperSettings withReportsEvery(Duration period) {
    return new GatekeeperSettings(
        identifier,
        ras,
        signalling,
        routed,
        timeToLive,
        accounts,
        callBandwidth,
        totalBandwidth,
        period,
        neighbours,
        traversal,
        endpoint,
        limits);
  }

  private GatekeeperSettings copy(
      boolean nextRouted,
      Duration nextTimeToLive,
      List<Credentials> nextAccounts,
      long nextCall,
      long nextTotal,
      List<InetSocketAddress> nextNeighbours,
      boolean nextTraversal) {
    return new GatekeeperSettings(
        identifier,
        ras,
        signalling,
        nextRouted,
        nextTimeToLive,
        nextAccounts,
        nextCall,
        nextTotal,
        reportEvery,
        nextNeighbours,
        nextTraversal,
        endpoint,
        limits);
  }
}
