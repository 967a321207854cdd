package parley.core.evidence;

/**
 * Whether a certificate leads up to one of the anchors that the verifying person trusts. Revocation
 * is not asked for: a bundle is verified offline.
 */
public sealed interface TrustState {
  /** No anchors were given, or there is nothing to be trusted. */
  record NotAsked() implements TrustState {}

  record Trusted(String anchor) implements TrustState {}

  record NotTrusted(String why) implements TrustState {}
}
