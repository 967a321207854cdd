/**
 * What the H.323 messages of a record say, in core's words. Pure; the live side reads itself too.
 */
@NullMarked
package parley.h323.reader;

import org.jspecify.annotations.NullMarked;
