/** Digest authentication (RFC 7616, RFC 8760): computing and checking, pure. */
@NullMarked
package parley.sip.auth;

import org.jspecify.annotations.NullMarked;
