package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.core.call.CallFailure;
import parley.core.call.Credentials;
import parley.core.call.Refusal;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.ReleaseCause;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.Aliases;
import parley.h323.ras.Disengagement;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.RasEvent;
import parley.h323.ras.RasRegistration;
import parley.h323.ras.RasSettings;
import parley.h323.ras.live.AdmissionOutcome;
import parley.h323.ras.live.RasEndpoint;

/**
 * This side in the zone of a gatekeeper: once registered it asks before each call, its own or one
 * that came in, and says when a call is over (H.323 clause 8.1).
 */
final class ZoneMember implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration FAREWELL = Duration.ofMillis(500);

  /** 2 Mbit/s in each direction; what the media comes to is not known before the call. */
  private static final long BANDWIDTH = 40_000;

  private final H323Side side;
  private final Set<Octets> admitted = ConcurrentHashMap.newKeySet();
  private final ExecutorService farewells = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable RasEndpoint endpoint;
  private @Nullable RasSettings settings;

  ZoneMember(H323Side side) {
    this.side = side;
  }

  /** True while a gatekeeper has this side registered; who is in no zone asks nobody. */
  boolean joined() {
    RasEndpoint now = endpoint;
    return now != null && now.registration().isPresent();
  }

  /** Registers, or renews where the same was registered before. */
  synchronized RasRegistration register(
      InetSocketAddress gatekeeper, String alias, Duration expiry, Duration timeout)
      throws CallFailure, InterruptedException {
    RasSettings wanted = settings(gatekeeper, alias, expiry);
    RasEndpoint now = endpoint;
    if (now == null || !wanted.equals(settings)) {
      if (now != null) {
        now.close();
      }
      now = open(wanted);
      settings = wanted;
      endpoint = now;
    }
    return now.register(timeout);
  }

  private RasSettings settings(InetSocketAddress gatekeeper, String alias, Duration expiry) {
    String[] product = side.setup().product().split("/", 2);
    RasSettings terminal =
        RasSettings.terminal(
                gatekeeper,
                List.of(Aliases.of(alias)),
                List.of(side.door().address()),
                product[0],
                product.length > 1 ? product[1] : "")
            .withTimeToLive(expiry);
    Optional<Credentials> account =
        side.setup()
            .credentials()
            .filter(any -> !side.behaviour().has(H323Behaviour.Fault.REGISTERS_WITHOUT_PASSWORD))
            .map(
                right ->
                    side.behaviour().has(H323Behaviour.Fault.REGISTERS_WITH_WRONG_PASSWORD)
                        ? new Credentials(right.user(), right.password() + "?")
                        : right);
    return account.map(terminal::with).orElse(terminal);
  }

  private RasEndpoint open(RasSettings wanted) throws CallFailure {
    try {
      RasEndpoint made = RasEndpoint.open(wanted, side.setup().address(), 0, side.setup().tap());
      made.onEvent(this::happened);
      return made;
    } catch (IOException noPort) {
      throw new CallFailure(String.valueOf(noPort.getMessage()), noPort);
    }
  }

  private void happened(RasEvent event) {
    if (event instanceof RasEvent.CallEnded(var request)) {
      request
          .callIdentifier()
          .ifPresent(
              id -> {
                admitted.remove(id.guid());
                side.calls().stream()
                    .filter(call -> call.id().equals(id.guid().hex()))
                    .forEach(call -> call.release(ReleaseCause.NORMAL));
              });
    }
  }

  /** Where a call of ours goes; the gatekeeper may refuse it. */
  InetSocketAddress admit(CallIdentity call, H323Address to)
      throws CallFailure, InterruptedException {
    List<AliasAddress> names = to.names().map(Aliases::of).map(List::of).orElse(List.of());
    AdmissionQuery query = AdmissionQuery.calling(identity(call), names, BANDWIDTH);
    if (names.isEmpty()) {
      query = query.to(to.resolve());
    }
    InetSocketAddress destination = member().admit(query, PATIENCE).destination();
    admitted.add(call.call());
    return destination;
  }

  /** Why a call that came in may not be; empty where it may. */
  Optional<Refusal> objection(CallIdentity call, SetupUUIE setup) throws InterruptedException {
    AdmissionQuery query =
        AdmissionQuery.answering(
            identity(call),
            setup.sourceAddress().orElse(List.of()),
            setup.sourceCallSignalAddress().flatMap(NetworkAddresses::of),
            setup.destinationAddress().orElse(List.of()),
            BANDWIDTH);
    try {
      return switch (member().ask(query, PATIENCE)) {
        case AdmissionOutcome.Admitted any -> {
          admitted.add(call.call());
          yield Optional.empty();
        }
        case AdmissionOutcome.Refused(var refused) -> Optional.of(refused.refusal());
      };
    } catch (CallFailure noAnswer) {
      return Optional.of(Refusal.OTHER);
    }
  }

  /** The call is over; the gatekeeper is told beside everything else. */
  void ended(CallIdentity call) {
    if (admitted.remove(call.call())) {
      var _ = farewells.submit(() -> disengage(call));
    }
  }

  private @Nullable Void disengage(CallIdentity call) throws InterruptedException {
    try {
      member().disengage(Disengagement.normal(identity(call)), PATIENCE);
    } catch (CallFailure unheard) {
      // The call is over whether or not the gatekeeper hears of it; the record shows the request.
    }
    return null;
  }

  private RasEndpoint member() throws CallFailure {
    RasEndpoint now = endpoint;
    if (now == null) {
      throw new CallFailure("this side is registered with no gatekeeper");
    }
    return now;
  }

  private static parley.h323.ras.CallIdentity identity(CallIdentity call) {
    return new parley.h323.ras.CallIdentity(
        call.reference(), call.conference(), call.call(), !call.weCalled());
  }

  /** Leaves the zone, if it can be done soon. */
  @Override
  public void close() {
    farewells.shutdown();
    RasEndpoint now = endpoint;
    if (now == null) {
      return;
    }
    try {
      var _ = farewells.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      if (now.registration().isPresent()) {
        now.unregister(FAREWELL);
      }
    } catch (CallFailure unheard) {
      // Its registration ends by itself.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      farewells.shutdownNow();
      now.close();
    }
  }
}
