/** Checks, findings and verdicts. */
@NullMarked
package parley.core.judge;

import org.jspecify.annotations.NullMarked;
