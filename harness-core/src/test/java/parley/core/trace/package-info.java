@NullMarked
package parley.core.trace;

import org.jspecify.annotations.NullMarked;
