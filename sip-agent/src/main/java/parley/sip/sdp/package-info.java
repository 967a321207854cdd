/** Session descriptions (RFC 8866) and offer/answer (RFC 3264): pure, tolerant, in order. */
@NullMarked
package parley.sip.sdp;

import org.jspecify.annotations.NullMarked;
