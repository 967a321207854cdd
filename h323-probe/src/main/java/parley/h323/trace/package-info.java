/** H.323 of anybody's capture, message by message, decoded. Pure. */
@NullMarked
package parley.h323.trace;

import org.jspecify.annotations.NullMarked;
