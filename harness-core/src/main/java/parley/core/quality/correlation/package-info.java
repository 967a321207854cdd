/** Where one signal is found in another. Pure. */
@NullMarked
package parley.core.quality.correlation;

import org.jspecify.annotations.NullMarked;
