/**
 * Registration, admission and status (H.225.0 clause 7): what a terminal says to its gatekeeper.
 * Octets and times go in, values come out; {@code ras.live} is the socket.
 *
 * <p>All times are nanoseconds since 1970-01-01T00:00Z of a clock that never jumps: the same number
 * serves the timers and, in seconds, the time stamps of passwords.
 */
@NullMarked
package parley.h323.ras;

import org.jspecify.annotations.NullMarked;
