/** RTCP packets, one file per type (RFC 3550 section 6, RFC 4585, RFC 5104). Pure. */
@NullMarked
package parley.core.media.rtcp;

import org.jspecify.annotations.NullMarked;
