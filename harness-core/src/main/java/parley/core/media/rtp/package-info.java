/** RTP packets and what their arrival says (RFC 3550). Pure: no socket, no clock. */
@NullMarked
package parley.core.media.rtp;

import org.jspecify.annotations.NullMarked;
