package parley.core.evidence;

import parley.core.wire.Octets;

/**
 * An entry as it lies in the container; CRC-32 and SHA-256 are those of the content found there.
 */
record StoredEntry(ZipForm.Entry header, Octets sha256) {
  String name() {
    return header.name();
  }
}
