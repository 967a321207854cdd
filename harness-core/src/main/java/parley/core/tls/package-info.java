/**
 * TLS of signalling, whatever the protocol: keys, trust in a laboratory, who was on the other end.
 */
@NullMarked
package parley.core.tls;

import org.jspecify.annotations.NullMarked;
