/**
 * TCP as a capture shows it, put together to streams of octets in which each octet still knows its
 * packet. Pure: no I/O, no clock.
 */
@NullMarked
package parley.core.stream;

import org.jspecify.annotations.NullMarked;
