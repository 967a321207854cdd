package parley.core.evidence;

import parley.core.wire.Octets;

/** A payload file of the bundle against the manifest. */
public sealed interface FileState {
  String name();

  /** {@code size} in octets. */
  record Same(String name, long size, Octets sha256) implements FileState {}

  record Changed(String name, Octets signedSha256, Octets foundSha256) implements FileState {}

  /** In the manifest, but not in the container. */
  record Missing(String name) implements FileState {}

  /** In the container, but not in the manifest. */
  record Added(String name) implements FileState {}
}
