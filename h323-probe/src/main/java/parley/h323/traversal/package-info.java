/**
 * Calls across firewalls and network address translation: H.460.17, .18, .19, .23 and .24, as far
 * as generic data of RAS and call signalling carries them.
 */
@NullMarked
package parley.h323.traversal;

import org.jspecify.annotations.NullMarked;
