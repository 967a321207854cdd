@NullMarked
package parley.core.record;

import org.jspecify.annotations.NullMarked;
