/** The capture: every packet of a case as it was written, and how it is read back. */
@NullMarked
package parley.core.record;

import org.jspecify.annotations.NullMarked;
