/** Octets as they are on the wire. */
@NullMarked
package parley.core.wire;

import org.jspecify.annotations.NullMarked;
