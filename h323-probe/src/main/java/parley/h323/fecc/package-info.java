/**
 * Far-end camera control: H.281 in frames of H.224, which go as RTP payloads without HDLC around
 * them (H.323 Annex Q, RFC 4573). Pure: time is an argument in nanoseconds.
 */
@NullMarked
package parley.h323.fecc;

import org.jspecify.annotations.NullMarked;
