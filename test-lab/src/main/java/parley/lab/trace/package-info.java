/** A trace of signalling as a terminal shows it. */
@NullMarked
package parley.lab.trace;

import org.jspecify.annotations.NullMarked;
