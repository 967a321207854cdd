package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.Credentials;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.RegistrationConfirm;
import parley.h323.h225.RegistrationReject;
import parley.h323.h225.RegistrationRejectReason;
import parley.h323.h225.RegistrationRequest;
import parley.h323.h225.TransportAddress;
import parley.h323.ras.Aliases;
import parley.h323.ras.NetworkAddresses;
import parley.h323.traversal.Features;

/** Decides on registrations (H.225.0 clause 7.9). */
final class RegistrationDesk {
  /** What becomes of a registration request. */
  sealed interface Decision {
    /**
     * @param renewed whether the endpoint was known and only its life goes on
     */
    record Confirmed(RegisteredEndpoint endpoint, RegistrationConfirm answer, boolean renewed)
        implements Decision {}

    record Rejected(RegistrationReject answer) implements Decision {}
  }

  private static final int TRAVERSAL = 18;

  /** Longest life behind a NAT, whose mapping must not be forgotten meanwhile. */
  private static final long TRAVERSAL_SECONDS = 19;

  private final GatekeeperSettings settings;
  private final Registrations registrations;

  RegistrationDesk(GatekeeperSettings settings, Registrations registrations) {
    this.settings = settings;
    this.registrations = registrations;
  }

  /**
   * @param account whose password the request proves; empty where it proves none
   */
  Decision decide(
      InetSocketAddress from,
      RegistrationRequest request,
      Optional<Credentials> account,
      long now) {
    if (!settings.accounts().isEmpty() && account.isEmpty()) {
      return rejected(request, new RegistrationRejectReason.SecurityDenial());
    }
    return request.keepAlive().orElse(false)
        ? renewed(from, request, now)
        : registered(from, request, account, now);
  }

  private Decision renewed(InetSocketAddress from, RegistrationRequest request, long now) {
    Optional<RegisteredEndpoint> known =
        request.endpointIdentifier().flatMap(registrations::identified);
    if (known.isEmpty()) {
      return rejected(request, new RegistrationRejectReason.FullRegistrationRequired());
    }
    RegisteredEndpoint next = known.get().until(now + life(request, known.get().traversal()), from);
    registrations.put(next);
    return new Decision.Confirmed(next, confirm(request, next, now), true);
  }

  private Decision registered(
      InetSocketAddress from,
      RegistrationRequest request,
      Optional<Credentials> account,
      long now) {
    Optional<InetSocketAddress> signalling =
        request.callSignalAddress().stream()
            .flatMap(address -> NetworkAddresses.of(address).stream())
            .filter(address -> address.getPort() != 0)
            .findFirst();
    if (signalling.isEmpty()) {
      return rejected(request, new RegistrationRejectReason.InvalidCallSignalAddress());
    }
    List<AliasAddress> aliases = new ArrayList<>(request.terminalAlias().orElse(List.of()));
    if (aliases.isEmpty()) {
      account.map(Credentials::user).map(Aliases::of).ifPresent(aliases::add);
    }
    boolean ownName =
        account.isEmpty()
            || aliases.stream().anyMatch(alias -> Aliases.text(alias).equals(account.get().user()));
    if (!ownName) {
      return rejected(request, new RegistrationRejectReason.SecurityDenial());
    }
    Optional<RegisteredEndpoint> before = registrations.at(signalling.get());
    List<AliasAddress> taken =
        aliases.stream()
            .filter(
                alias ->
                    registrations
                        .named(alias)
                        .filter(other -> before.filter(other::equals).isEmpty())
                        .filter(other -> !sameOwner(other, account))
                        .isPresent())
            .toList();
    if (!taken.isEmpty()) {
      return rejected(request, new RegistrationRejectReason.DuplicateAlias(taken));
    }
    if (before.isEmpty() && registrations.size() >= settings.limits().registrations()) {
      return rejected(request, new RegistrationRejectReason.ResourceUnavailable());
    }
    before.ifPresent(old -> registrations.remove(old.identifier()));
    aliases.forEach(
        alias ->
            registrations.named(alias).ifPresent(old -> registrations.remove(old.identifier())));
    String identifier =
        before
            .map(RegisteredEndpoint::identifier)
            .orElseGet(() -> registrations.newIdentifier(settings.identifier()));
    boolean traversal =
        settings.traversal()
            && request.featureSet().flatMap(set -> Features.find(set, TRAVERSAL)).isPresent();
    RegisteredEndpoint endpoint =
        new RegisteredEndpoint(
            identifier,
            aliases,
            signalling.get(),
            from,
            account,
            traversal,
            now + life(request, traversal));
    registrations.put(endpoint);
    return new Decision.Confirmed(endpoint, confirm(request, endpoint, now), false);
  }

  /** Who proves the same password may move to another address. */
  private static boolean sameOwner(RegisteredEndpoint other, Optional<Credentials> account) {
    return account.isPresent()
        && other.account().map(Credentials::user).equals(account.map(Credentials::user));
  }

  private long life(RegistrationRequest request, boolean traversal) {
    long longest = settings.timeToLive().toSeconds();
    long allowed = traversal ? Math.min(longest, TRAVERSAL_SECONDS) : longest;
    return Math.min(request.timeToLive().orElse(allowed), allowed) * 1_000_000_000L;
  }

  private RegistrationConfirm confirm(
      RegistrationRequest request, RegisteredEndpoint endpoint, long now) {
    List<TransportAddress> signalling =
        settings.routed() ? List.of(NetworkAddresses.transport(settings.signalling())) : List.of();
    RegistrationConfirm.Builder confirm =
        RegistrationConfirm.with()
            .requestSeqNum(request.requestSeqNum())
            .protocolIdentifier(request.protocolIdentifier())
            .callSignalAddress(signalling)
            .gatekeeperIdentifier(settings.identifier())
            .endpointIdentifier(endpoint.identifier())
            .timeToLive(Math.max(1, (endpoint.expires() - now) / 1_000_000_000L))
            .willRespondToIRR(false)
            .maintainConnection(false);
    if (!endpoint.aliases().isEmpty()) {
      confirm.terminalAlias(endpoint.aliases());
    }
    if (endpoint.traversal()) {
      confirm.featureSet(Features.supported(List.of(Features.feature(TRAVERSAL))));
    }
    return confirm.build();
  }

  private Decision rejected(RegistrationRequest request, RegistrationRejectReason reason) {
    return new Decision.Rejected(
        RegistrationReject.with()
            .requestSeqNum(request.requestSeqNum())
            .protocolIdentifier(request.protocolIdentifier())
            .rejectReason(reason)
            .gatekeeperIdentifier(settings.identifier())
            .build());
  }
}
