/**
 * All RTP streams of a capture and what their arrival says. Pure: packets go in one by one, figures
 * come out; memory does not grow with the number of packets.
 */
@NullMarked
package parley.core.measure;

import org.jspecify.annotations.NullMarked;
