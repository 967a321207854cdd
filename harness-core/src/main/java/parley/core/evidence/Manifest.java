package parley.core.evidence;

import java.util.List;
import parley.core.wire.Octets;

/**
 * The signed list of what a bundle holds (ETSI EN 319 162-1, clause A.4, {@code ASiCManifest}).
 *
 * @param files in the order of the container
 * @param timeStamped whether the signature is to carry a time stamp. It stands in the signed part,
 *     so that nobody can take the time stamp away and pass the bundle off as one that never had any
 */
record Manifest(List<Reference> files, boolean timeStamped) {
  /** One file: {@code mediaType} is informative, {@code sha256} is the digest of its content. */
  record Reference(String name, String mediaType, Octets sha256) {}

  Manifest {
    files = List.copyOf(files);
  }
}
