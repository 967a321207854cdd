/**
 * A tender held against what was measured and what is said: what each line buys and whom it keeps
 * out.
 */
@NullMarked
package parley.core.tender;

import org.jspecify.annotations.NullMarked;
