/** The laboratory's check of itself before any device case. */
@NullMarked
package parley.core.suite.preflight;

import org.jspecify.annotations.NullMarked;
