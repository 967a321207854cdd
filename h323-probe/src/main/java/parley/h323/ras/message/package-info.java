/** RAS messages as a whole: reading them from a wire, and what they have in common. */
@NullMarked
package parley.h323.ras.message;

import org.jspecify.annotations.NullMarked;
