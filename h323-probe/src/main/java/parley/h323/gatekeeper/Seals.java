package parley.h323.gatekeeper;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;
import parley.h323.ras.password.MessageSeal;

/** Seals what is sent to endpoints that seal what they send (H.235.1 procedure I). */
final class Seals {
  private static final long SECOND = 1_000_000_000L;

  private final GatekeeperSettings settings;
  private final Set<String> sealing = new HashSet<>();
  private int tokens;

  Seals(GatekeeperSettings settings, int firstToken) {
    this.settings = settings;
    tokens = firstToken;
  }

  /** Notes in which way this endpoint speaks. */
  void heard(RasMessage message, RegisteredEndpoint from) {
    if (from.account().isPresent() && MessageSeal.of(message).isPresent()) {
      sealing.add(from.identifier());
    } else {
      sealing.remove(from.identifier());
    }
  }

  /** The octets to send to this endpoint. */
  Octets octets(RasMessage message, RegisteredEndpoint to, long now) {
    if (!sealing.contains(to.identifier())) {
      return message.encode();
    }
    tokens = tokens + 1 & Integer.MAX_VALUE;
    return MessageSeal.seal(
        message,
        to.account().orElseThrow().password(),
        settings.identifier(),
        Optional.of(to.identifier()),
        now / SECOND,
        tokens);
  }
}
